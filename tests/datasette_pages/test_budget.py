"""A page that takes too long says so."""

from __future__ import annotations

import pytest

from archive.reading.serving import budget
from tests.datasette_pages.answers import Read


@pytest.mark.parametrize(("code", "said"), [("zh", "这个请求太费时"), ("en", "This takes too long")])
def test_a_search_that_takes_too_long_is_told_in_the_readers_language(
    read: Read, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    monkeypatch.setattr(budget, "SECONDS", -1.0)
    monkeypatch.setattr(budget, "_INSTRUCTIONS", 1)
    answer = read(f"/search?q=安全&lang={code}")
    assert answer.status_code == 503
    assert said in answer.text
