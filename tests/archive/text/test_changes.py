"""What a rule proposes, in columns: the same changes, in their order, as far as they can be made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.fold import fold
from archive.text.change import Change
from archive.text.changes import Changes

TEXT = "甲乙丙丁戊己庚辛"
CHANGES = st.lists(
    st.builds(
        Change,
        st.integers(0, 10),
        st.integers(0, 10),
        st.text(alphabet="ab\r\n\ud800萬", max_size=3),
        st.floats(0, 1),
    ),
    max_size=8,
)


@given(CHANGES)
def test_what_was_gathered_comes_back(changes: list[Change]) -> None:
    assert list(Changes.of(changes)) == changes
    assert Changes.of(changes) == Changes.of(iter(changes))


@given(CHANGES)
def test_of_two_that_overlap_the_earlier_one_counts(changes: list[Change]) -> None:
    end, fitting = 0, []
    for change in sorted(changes, key=lambda change: change[:2]):
        if end <= change.start <= change.end <= len(TEXT) and (change.put or change.start < change.end):
            fitting.append(change)
            end = change.end
    found = Changes.for_text(changes, len(TEXT))
    assert list(found) == fitting
    assert Changes.for_text(found, len(TEXT)) is found
    parts, position = [], 0
    for change in fitting:
        parts += [TEXT[position : change.start], change.put]
        position = change.end
    assert found.made_in(TEXT) == "".join([*parts, TEXT[position:]])


@given(CHANGES)
def test_folding_touches_only_what_is_put(changes: list[Change]) -> None:
    folded = Changes.of(changes).folded()
    assert list(folded) == [change._replace(put=fold(change.put)) for change in changes]
