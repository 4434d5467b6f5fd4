"""Merged essays are told apart; books, contents and slogans are not taken for them."""

from __future__ import annotations

import pytest

from archive.article import compose
from archive.model import Block, Extraction
from archive.text import restore
from archive.text.merged_essays import essay_parts
from archive.text.mirror.damage import to_traditional

ONE = "支部设立党员先锋岗十二个，把公开承诺、领导点评、群众评议贯穿始终。全年解决难题十七项。" * 3
TWO = "销售大厅的党员全部挂牌上岗，公开服务项目、办理时限和监督电话。一位客户留下了一面锦旗。" * 3


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        ("第一篇：机修厂总结", "第二篇：运销公司总结", ["机修厂总结", "运销公司总结"]),
        ("篇一：机修厂总结", "篇二：运销公司总结", ["机修厂总结", "运销公司总结"]),
        ("【篇1】：机修厂总结", "【篇2】：运销公司总结", ["机修厂总结", "运销公司总结"]),
        ("活动总结范文1", "活动总结范文2", ["活动总结范文1", "活动总结范文2"]),
        ("范文篇1：机修厂总结", "范文篇2：运销公司总结", ["机修厂总结", "运销公司总结"]),
    ],
)
@pytest.mark.parametrize("traditional", [False, True])
def test_essays(first: str, second: str, titles: list[str], traditional: bool) -> None:
    body = f"编者的话。\n{first}\n{ONE}\n{second}\n{TWO}"
    body = to_traditional(body) if traditional else body
    parts = essay_parts(body)
    expected = [to_traditional(title) if traditional else title for title in titles]
    assert [part.title for part in parts] == expected
    assert all(body[part.start :].startswith(part.title) for part in parts)
    assert body[parts[1].end :] == ""


@pytest.mark.parametrize(
    "body",
    [
        f"第一篇  总则\n{ONE}\n第二篇  分则\n{TWO}",
        f"第一篇：概述\n第二篇：分则\n{ONE}{TWO}",
        f"第一篇：只有这一篇\n{ONE}",
        f"第二篇：机修厂总结\n{ONE}\n第三篇：运销公司总结\n{TWO}",
        f"上篇：机修厂总结\n{ONE}\n下篇：运销公司总结\n{TWO}",
        "",
    ],
)
def test_one_text(body: str) -> None:
    assert essay_parts(body) == ()


def test_an_essay_is_an_article_of_its_own() -> None:
    body = f"第一篇：机修厂总结\n{ONE}\n第二篇：运销公司总结\n{TWO}"
    page = Extraction(
        url="http://yunxi.invalid/1",
        kind="article",
        title="活动总结两篇",
        blocks=tuple(Block(kind="paragraph", text=line) for line in body.split("\n")),
        fields={"source": "云溪网", "published_at": "2011-07-22", "published_precision": "day"},
    )
    whole = compose([page])
    assert whole.cleaned.body == body
    assert [part.url for part in whole.parts] == ["http://yunxi.invalid/1#1", "http://yunxi.invalid/1#2"]
    assert [part.cleaned.body for part in whole.parts] == [ONE, TWO]
    assert all(part.fields["source"] == "云溪网" for part in whole.parts)
    assert all(restore(part.cleaned) == part.cleaned.raw for part in whole.parts)


@pytest.mark.parametrize(("notice", "is_untold"), [("", True), ("\n（剩余1523字）", False)])
def test_a_notice_under_the_last_essay_tells_that_it_is_cut(notice: str, is_untold: bool) -> None:
    body = f"第一篇：机修厂总结\n{ONE}\n第二篇：运销公司总结\n{TWO}\n会议要求，各单位要抓好落实，加强领导，"
    blocks = tuple(Block(kind="paragraph", text=line) for line in f"{body}{notice}".split("\n"))
    whole = compose([Extraction(url="http://yunxi.invalid/1", kind="article", title="总结", blocks=blocks)])
    assert [gap.kind for gap in whole.parts[-1].cleaned.gaps] == ["tail"]
    assert ["cut_end" in part.flags for part in (whole, *whole.parts)] == [is_untold, False, is_untold]
