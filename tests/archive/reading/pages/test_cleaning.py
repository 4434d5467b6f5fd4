from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model import Edit
from archive.reading.pages.cleaning import MOST_MARKED, MOST_PAIRS, Pair, side_by_side

LETTERS = st.text("安全生产\n", max_size=12)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit], str]:
    """A raw text, its edits, and the clean text."""
    raw = clean = ""
    edits = []
    for kept, removed, put in draw(st.lists(st.tuples(LETTERS, LETTERS, LETTERS), max_size=5)):
        start = len(raw) + len(kept)
        raw, clean = raw + kept + removed, clean + kept + put
        edits.append(Edit(rule="r", rule_version=1, start=start, end=len(raw), removed=removed, put=put))
    tail = draw(LETTERS)
    return raw + tail, edits, clean + tail


@given(edited())
def test_both_sides_are_whole(text: tuple[str, list[Edit], str]) -> None:
    raw, edits, clean = text
    pairs = side_by_side(raw, edits)
    assert "\n".join("".join(span.text for span in pair.scraped) for pair in pairs) == raw
    assert "\n".join("".join(span.text for span in pair.cleaned) for pair in pairs) == clean
    assert [each.edit for pair in pairs for each in pair.edits] == edits


def test_an_edit_stands_under_one_number_on_both_sides() -> None:
    edit = Edit(rule="glued_pinyin", rule_version=1, start=1, end=9, removed="(chuàng)", put="")
    first, second = side_by_side("創(chuàng)先\n争优", [edit])
    assert _numbers(first) == ([0, 1, 0], [0, 1, 0])
    assert second.edits == ()


def _numbers(pair: Pair) -> tuple[list[int], list[int]]:
    return [span.number for span in pair.scraped], [span.number for span in pair.cleaned]


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_text_that_is_nothing_but_edits_is_whole_and_marked_in_part(between: str) -> None:
    raw = f"安{between}" * 5000
    step = len(raw) // 5000
    edits = [
        Edit(rule="r", rule_version=1, start=at, end=at + 1, removed="安", put="全")
        for at in range(0, len(raw), step)
    ]
    pairs = side_by_side(raw, edits)
    assert len(pairs) <= MOST_PAIRS + 1
    assert [each.number for pair in pairs for each in pair.edits] == [*range(1, MOST_MARKED + 1)]
    assert "\n".join("".join(span.text for span in pair.scraped) for pair in pairs) == raw
    assert "\n".join("".join(span.text for span in pair.cleaned) for pair in pairs) == f"全{between}" * 5000
