from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.reading.pages.kwic import LONGEST_MATCH, shown_match


@given(st.text(alphabet="安全生产", max_size=2 * LONGEST_MATCH))
def test_a_match_is_shown_whole_or_cut_with_a_sign(match: str) -> None:
    shown = shown_match(match)
    if len(match) <= LONGEST_MATCH:
        assert shown == match
    else:
        assert shown == match[:LONGEST_MATCH] + "…"
