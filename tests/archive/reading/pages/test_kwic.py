from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.pages.kwic import LONGEST_MATCH, far_and_near, shown_match


@given(st.text(alphabet="安全生产", max_size=2 * LONGEST_MATCH))
def test_a_match_is_shown_whole_or_cut_with_a_sign(match: str) -> None:
    shown = shown_match(match)
    if len(match) <= LONGEST_MATCH:
        assert shown == match
    else:
        assert shown == match[:LONGEST_MATCH] + "…"


@pytest.mark.parametrize(
    ("left", "divided"),
    [
        ("为深入贯彻全国", ("", "为深入贯彻全国")),
        ("评出先进班组20个、", ("评出先进", "班组20个、")),
        ("共3人", ("", "共3人")),
        ("", ("", "")),
    ],
)
def test_what_stands_before_a_match_is_divided_where_widths_differ(
    left: str, divided: tuple[str, str]
) -> None:
    assert far_and_near(left) == divided
