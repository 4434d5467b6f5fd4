"""What is found in texts that are joined is what is found in each of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.concordance.contexts import WIDTH
from archive.search.concordance.joined_texts import join
from archive.search.in_text.needles import needles_of
from archive.search.in_text.snippet import spans_finder
from archive.search.query import parse

TEXTS = st.lists(st.text(st.sampled_from("安全生产產黨党a1B\n，、 Ａ"), max_size=60), max_size=6)


@pytest.mark.parametrize(
    "query",
    [
        *("安全", "生产", "黨", "安全 OR 全生", "安?生产", "产生?安"),
        *("党a", "a*", '"a b"', "1 产", "安 NEAR/3 产", "安全安全安全"),
    ],
)
@given(TEXTS)
def test_same_as_one_by_one(query: str, texts: list[str]) -> None:
    needles = needles_of(parse(query).expression)
    find = spans_finder(needles)
    expected = [(number, *span) for number, text in enumerate(texts) for span in find(text)]
    joined = [*join(enumerate(texts))]
    assert [place for each in joined for place in each.places(each.find(needles))] == expected


def test_contexts_end_where_their_text_ends() -> None:
    (joined,) = join([(1, "甲"), (2, "乙"), (3, "丙")])
    assert {joined.text[at - WIDTH : at].strip("\n") for at in joined.starts} == {""}
    assert [joined.text[at] for at in joined.starts] == ["甲", "乙", "丙"]
    assert joined.text.endswith("丙" + "\n" * WIDTH)


def test_some_texts_at_a_time() -> None:
    parts = [*join((number, "文" * 30_000) for number in range(10))]
    assert len(parts) > 1
    assert [article_id for part in parts for article_id in part.article_ids] == [*range(10)]
