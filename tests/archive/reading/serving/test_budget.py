from __future__ import annotations

import sqlite3
import time

import pytest

from archive.reading.serving import budget

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.05)
    conn = sqlite3.connect(":memory:")
    with pytest.raises(budget.TooSlowError, match="fewer or longer words"):
        budget.in_budget(lambda conn: conn.execute(ENDLESS).fetchone())(conn)
    assert conn.execute("SELECT 1").fetchone() == (1,)
    conn.close()


def test_time_spent_waiting_is_another_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.2)
    monkeypatch.setattr(budget, "_INSTRUCTIONS", 1)
    waited = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30) SELECT wait() FROM n"
    )

    def read(conn: sqlite3.Connection) -> int:
        conn.create_function("wait", 0, lambda: time.sleep(0.01))
        return len(conn.execute(waited).fetchall())

    conn = sqlite3.connect(":memory:")
    assert budget.in_budget(read)(conn) == 30
    monkeypatch.setattr(budget, "WAITING", 0.1)
    with pytest.raises(budget.TooSlowError):
        budget.in_budget(read)(conn)
    conn.close()


def test_other_errors_stay_what_they_are() -> None:
    conn = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        budget.in_budget(lambda conn: conn.execute("SELECT * FROM missing"))(conn)
    conn.close()
