from __future__ import annotations

import pytest

from archive.reading.search_address import phrase
from archive.search.in_text.needles import needles_of
from archive.search.query import parse
from archive.search.query.expression import Term


@pytest.mark.parametrize(
    "words",
    [
        "安全生产",
        "完成“五小”成果120項",
        "开展「安康杯」竞赛（第二阶段）",
        '开展"双百"竞赛',
        "为了什么?为了安全",
        "安全OR生产 -事故",
        "标题:安全",
    ],
)
def test_words_of_a_text_are_read_as_one_phrase_and_found(words: str) -> None:
    query = parse(phrase(words))
    assert isinstance(query.expression, Term) and not query.notes and not query.filters
    (needle,) = needles_of(query.expression)
    text = f"今年，{words}，全矿"
    ((start, end),) = needle.find(text)
    assert words.startswith(text[start:end]) and len(words) - (end - start) <= 1
