from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.reading.article.differences import compare

TEXTS = st.lists(st.text(alphabet="安全生产", max_size=8), max_size=8).map("\n".join)


@given(TEXTS, TEXTS)
def test_only_what_differs_is_marked(older: str, newer: str) -> None:
    changes = [change for line in compare(older, newer) for change in line.changes]
    assert bool(changes) == (older != newer)
    assert {change.text for change in changes if change.mark == "added"} <= set(newer) | set(_parts(newer))
    assert all(change.text in newer for change in changes if change.mark != "removed")
    assert all(change.text in older for change in changes if change.mark != "added")


def _parts(text: str) -> list[str]:
    return [text[a:b] for a in range(len(text)) for b in range(a, len(text) + 1)] or [""]


def test_a_changed_line_is_compared_by_characters() -> None:
    (line,) = compare("奖励二百元", "奖励三百元")
    assert [(change.mark, change.text) for change in line.changes] == [
        ("same", "奖励"),
        ("removed", "二"),
        ("added", "三"),
        ("same", "百元"),
    ]


def test_equal_lines_far_from_a_change_are_counted() -> None:
    older = "\n".join("一二三四五六七八九")
    lines = compare(older, older.replace("九", "十"))
    assert [line.skipped for line in lines] == [7, 0]
