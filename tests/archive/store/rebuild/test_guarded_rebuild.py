"""A page that reading would not come back from costs a rebuild its text, and nothing else."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from archive.errors import DamageError
from archive.store.archive import Archive
from archive.store.guarded_reader import GuardedReader
from archive.store.rebuild import rebuild, side_by_side


class Bombs(tuple[()]):
    """Rules, made in the reader's process with each page: the first never, the second of a terabyte."""

    __slots__ = ()
    pages = count(1)

    def __reduce__(self) -> tuple[Any, ...]:
        made = {1: (re.fullmatch, ("(a+)+b", "a" * 64)), 2: (bytearray, (1 << 40,))}
        return made.get(next(Bombs.pages), (tuple, ()))


@pytest.fixture
def reading_bombs(monkeypatch: pytest.MonkeyPatch) -> Bombs:
    monkeypatch.setattr(side_by_side, "GuardedReader", partial(GuardedReader, 5))
    monkeypatch.setattr(Bombs, "pages", count(1))
    return Bombs()


@pytest.fixture
def kept(archive: Archive, visit_page: Any, crawl: Any) -> Archive:
    crawl(*(visit_page(f"/{number}.html", f"第{number}采区的安全总结。" * 9) for number in range(1, 5)))
    archive.close()
    return archive


def test_pages_that_cannot_be_read_stay_raw_with_their_reason(
    kept: Archive, data: Path, reading_bombs: Bombs
) -> None:
    kept.database_path.unlink()

    made = rebuild(data, lambda _: reading_bombs, workers=1)

    assert (made.articles, made.captures) == (2, 4)
    reasons = [failure.partition("reading it took more than ")[2] for failure in made.failures]
    assert reasons == ["5 seconds", "1024 MB of memory"]
    with Archive.open(data) as archive:
        states = archive.db.execute("SELECT state, reason FROM frontier ORDER BY url").fetchall()
    assert [state for state, _ in states] == ["failed", "failed", "done", "done"]
    assert "5 seconds" in states[0][1]


def test_readers_that_cannot_be_loaded_are_tried_again_in_another_process() -> None:
    """Where memory is short, a reader of documents may fail to load; the process would keep half of it."""
    reader = GuardedReader()
    answer = reader.ask(partial(exec, "raise ImportError('failed to map segment')"))
    assert answer and "1024 MB of memory" in (answer.failure or "")
    assert reader.pid is None


def test_an_article_is_not_given_up_for_it(kept: Archive, data: Path, reading_bombs: Bombs) -> None:
    with pytest.raises(DamageError, match=r"would lose the article .*/1\.html.*5 seconds"):
        rebuild(data, lambda _: reading_bombs, workers=1)
    with Archive.open(data) as archive:
        assert archive.db.table("articles").count == 4


def test_a_rebuild_that_is_stopped_waits_for_no_page(
    kept: Archive, data: Path, reading_bombs: Bombs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while the first page is read, which has no end: no further one is begun."""
    monkeypatch.setattr(side_by_side, "GuardedReader", partial(_StoppedWhileReading, 20))
    with pytest.raises(KeyboardInterrupt):
        rebuild(data, lambda _: reading_bombs, workers=1)
    assert next(Bombs.pages) <= 2


class _StoppedWhileReading(GuardedReader):
    def ask(self, read: Callable[[], Any]) -> Any:
        os.kill(os.getpid(), signal.SIGINT)
        return super().ask(read)


def test_a_process_that_dies_is_followed_by_another(kept: Archive, data: Path) -> None:
    class Deadly(tuple[()]):
        __slots__ = ()

        def __reduce__(self) -> tuple[Any, ...]:
            return __import__("os")._exit, (1,)

    kept.database_path.unlink()
    made = rebuild(data, lambda _: Deadly(), workers=2)
    assert (made.articles, len(made.failures)) == (0, 4)
    assert all("ended the process" in failure for failure in made.failures)
