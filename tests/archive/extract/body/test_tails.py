"""Links between paragraphs end no text; what closes an article does."""

from __future__ import annotations

import pytest

from archive.extract import extract

HEAD = "<h1>东翼采区的一天</h1><div class=info>来源：宣传科 时间：2010-06-03</div>"
FIRST = "<p>清晨五点，值班员把瓦斯数据抄在黑板上，提醒工友留意变化。</p>" * 3
LAST = "<p>傍晚，井架后面的夕阳落下去了，远处传来汽笛声。</p>" * 3
LINK = "<p><a href=2.htm>西翼采区的一夜</a></p>"


def _text(between: str) -> str:
    page = f"<html><body>{HEAD}<div class=zw>{FIRST}{between}{LAST}</div></body></html>"
    return extract(page.encode(), "http://www.qingshan.example/1.htm").text


@pytest.mark.parametrize(
    "between",
    [
        "<p>相关阅读：<a href=2.htm>西翼采区的一夜</a></p>",
        f"<p>推荐阅读：</p>{LINK}{LINK}",
        f"<div class=related><p>延伸阅读</p><ul><li>{LINK}</li></ul></div>",
        f"<p>相關新聞</p>{LINK}",
    ],
)
def test_the_text_goes_on_behind_links(between: str) -> None:
    text = _text(between)
    assert text.count("瓦斯数据") == text.count("汽笛声") == 3
    assert "一夜" not in text


@pytest.mark.parametrize(
    "between", ["<p>免责声明：</p>", f"<p>相关新闻</p>{LINK}<p>网友评论</p>", "<p>相关新闻</p>"]
)
def test_the_text_ends(between: str) -> None:
    assert "汽笛声" not in _text(between)


def test_teasers_in_a_box_of_their_own_are_no_text() -> None:
    assert "汽笛声" not in _text(f"<p>相关新闻</p>{LINK}</div><div>")


@pytest.mark.parametrize(
    "sentence", ["责任编辑：要把好政治关，审核每一篇稿件。", "相关内容要纳入年度考核，逐项打分。"]
)
def test_an_authors_sentence_ends_nothing(sentence: str) -> None:
    text = _text(f"<p>{sentence}</p>")
    assert sentence in text and text.count("汽笛声") == 3
