import re

from hypothesis import given
from hypothesis import strategies as st

from archive.catalogue.names import Names, pattern_of
from archive.catalogue.text import Squeezed, Text, canonical, overlapping, squeeze
from archive.fold import fold

NAMES = st.sets(st.text("安全月竞赛(.", min_size=1, max_size=4), max_size=8)


@given(NAMES, st.text("安全月竞赛(.年", max_size=30))
def test_the_longest_name_that_begins_first(names: set[str], text: str) -> None:
    expected, position = [], 0
    while position < len(text):
        here = max((name for name in names if text.startswith(name, position)), key=len, default="")
        expected += [here] if here else []
        position += len(here) or 1
    assert [match[0] for match in pattern_of(names).finditer(text)] == expected


@given(NAMES, st.text("安全月竞赛(.年", max_size=30))
def test_names_are_found_among_many_others(names: set[str], text: str) -> None:
    others = {f"{chr(0x5000 + number)}月竞" for number in range(200)}
    gathered = Names.of((name, "", name) for name in names | others)
    found = [match[0] for match in gathered.find_in(f"{text}\u5000月竞")]
    assert found == [*(match[0] for match in pattern_of(names).finditer(text)), "\u5000月竞"]


@given(st.text("安全、“”， ,月\n", max_size=30))
def test_a_squeezed_text_knows_where_it_stood(text: str) -> None:
    folded = fold(text)
    squeezed = Squeezed.of(folded)
    spans = (squeezed.span(place, place + 1) for place in range(len(squeezed.text)))
    assert squeezed.text == "".join(folded[start:end] for start, end in spans) == squeeze(text)


@given(st.text("安全“”「」\"'", max_size=30))
def test_quotations_are_those_that_a_search_finds(body: str) -> None:
    quoted = re.compile('[“"「](?P<name>[^”「]{1,4})[”"」]')
    text = Text.of("“安全”月", body, {}, "")
    found = [match.span("name") for match in text.quoted(quoted)]
    assert found == [match.span("name") for match in quoted.finditer(text.folded)]


def test_a_name_has_one_form_in_both_scripts() -> None:
    assert canonical("瀋陽“5S”管理，徵集") == canonical("沈阳“5S”管理，征集") == "沈阳“5S”管理，征集"


def test_a_name_of_radicals_and_compatible_forms_is_that_of_characters() -> None:
    assert canonical("⽯板桥煤矿⼯会（②）") == canonical("石板桥煤礦工会（②）") == "石板桥煤矿工会（②）"


@given(st.lists(st.integers(0, 30), unique=True, max_size=12), st.integers(0, 29), st.integers(1, 9))
def test_what_overlaps_a_place(edges: list[int], start: int, length: int) -> None:
    edges = sorted(edges)
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    place = (start, start + length)
    assert overlapping(place, spans) == [one for one in spans if one[0] < place[1] and place[0] < one[1]]
