"""However a stretch of Han is written, it is found where it stands in the folded text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.fold import fold
from archive.search.needles import needles_of
from archive.search.query import parse

TEXTS = st.text(st.sampled_from("党黨一⼀总總结結安a，\n"), max_size=30)


@pytest.mark.parametrize(
    "query", ["党", "党党", "一党一", "黨总党總", "總結党一", "党?党", "一?党?总", "安安", "安?安"]
)
@settings(deadline=None)
@given(TEXTS)
def test_same_as_in_the_folded_text(query: str, text: str) -> None:
    (needle,) = needles_of(parse(query).expression)
    pattern = fold(query).replace("?", "[党一总结安a]")
    assert [*needle.find(text)] == [found.span() for found in re.finditer(pattern, fold(text))]
