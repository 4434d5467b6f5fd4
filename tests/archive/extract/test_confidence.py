"""Whether `confidence` can be believed: invented pages of many shapes, some of which no reader gets right."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from archive.extract import extract
from archive.model import Confidence

UNITS = ("矿党委", "各单位", "机电科", "通风队", "综采一队", "安监处", "工会", "集团公司", "班组长", "技术员")
VERBS = (
    "要求",
    "组织",
    "开展",
    "强调",
    "指出",
    "落实",
    "推进",
    "完善",
    "检查",
    "整改",
    "总结",
    "部署",
    "学习",
)
THINGS = ("安全月活动", "隐患治理", "标准化建设", "技能竞赛", "警示教育", "设备检修", "责任清单", "应急演练")
NAV = "<div class=nav>" + "".join(f"<a href=/{n}/>栏目{n}</a>" for n in range(20)) + "</div>"
HEAD = "<h1>安全月活动</h1><div class=info>来源：宣传科 时间：2010-06-03</div>"
LIST = "".join(f"<li><a href={n}>青山煤矿第{n}次例会召开</a></li>" for n in range(8))
URL = "http://www.qingshan.example/a/1.htm"
SIZES = [(1, 1), (1, 3), (4, 3), (12, 4)]
"""Paragraphs of an article, and sentences of each."""


class Prose:
    """Invented sentences, the same in every run."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def sentences(self, count: int) -> str:
        pick = self._random.choice
        return "".join(
            f"{pick(UNITS)}{pick(VERBS)}{pick(THINGS)}，{pick(UNITS)}{pick(VERBS)}{pick(THINGS)}，"
            f"{pick(VERBS)}第{self._random.randint(1, 999)}项。"
            for _ in range(count)
        )

    def paragraphs(self, count: int, sentences: int) -> str:
        return "".join(f"<p>{self.sentences(sentences)}</p>" for _ in range(count))


def _shapes(text: str, prose: Prose) -> Iterator[str]:
    other, long = prose.paragraphs, prose.sentences
    box = f"<div class=con>{text}</div>"
    remarks = "".join(f"<div><b>网友{n}</b><p>{long(3)}</p></div>" for n in range(6))
    posts = "".join(f"<div class=post><h2>活动之{n}</h2>{other(4, 3)}</div>" for n in range(2))
    teasers = "".join(f"<h3><a href={n}>安全月活动之{n}</a></h3><p>{long(2)}</p>" for n in range(8))
    yield f"{NAV}{HEAD}{box}"
    yield f"<table><tr><td>{NAV}</td></tr><tr><td>{HEAD}</td></tr><tr><td>{text}</td></tr></table>"
    yield f"{NAV}{HEAD}{box}<div class=comment><h3>网友评论</h3>{other(6, 3)}</div>"
    yield f"{NAV}{HEAD}{box}<div class=x>{remarks}</div>"
    yield f"{NAV}<div class=l>{other(5, 2)}</div><div class=r>{HEAD}{box}</div>"
    yield f"{NAV}<div class=r>{HEAD}{box}</div><div class=b>{other(8, 3)}</div>"
    yield f"{NAV}{HEAD}{box}<div class=s>免责声明：{long(6)}</div>"
    yield f"{NAV}<div class=intro>{long(4)}</div>{HEAD}{box}"
    yield f"{NAV}<div class=post><h2>活动</h2>{text}</div>{posts}"
    yield f"{NAV}{HEAD}{box}<div class=rel><ul>{LIST}</ul></div>"
    yield f"<div class=modal>{long(5)}</div>{NAV}{HEAD}{box}"
    yield f"{NAV}{HEAD}{box}<div class=more>{teasers}</div>"
    entries = "".join(f"<dt><a href={n}>安全月活动之{n}</a></dt><dd>{long(2)}</dd>" for n in range(6))
    yield f"{NAV}<div class=m>{HEAD}{box}<dl>{entries}</dl></div>"
    yield f"{NAV}{HEAD}{box}<div class=about><h3>公司简介</h3>{other(3, 3)}</div>"
    yield f"{NAV}<table><tr><td width=200>{other(4, 3)}</td><td>{HEAD}{text}</td></tr></table>"
    yield f"{NAV}<table><tr><td>{HEAD}{text}</td><td width=200>{other(4, 3)}</td></tr></table>"
    yield f"{NAV}{HEAD}{box}<h1>竞赛</h1><div class=con>{other(6, 3)}</div>"
    yield f"{NAV}<h3>安全月活动</h3>{box}<h3>通知</h3>{other(4, 3)}<h3>讲话</h3>{other(4, 3)}"
    yield f"{NAV}{HEAD}<ul>{LIST}</ul>{box}"


@pytest.fixture(scope="module")
def readings(gram_f1: Callable[[str, str], float]) -> list[tuple[float, Confidence]]:
    """How well each page was read, and how sure the reader was."""
    prose = Prose(seed=5)
    found = []
    for paragraphs, sentences in SIZES * 3:
        text = prose.paragraphs(paragraphs, sentences)
        for shape in _shapes(text, prose):
            page = f"<html><head><title>安全月活动_青山矿业网</title></head><body>{shape}</body></html>"
            extraction = extract(page.encode(), URL)
            found.append(
                (
                    gram_f1(extraction.text, text.replace("<p>", "").replace("</p>", "\n")),
                    extraction.confidence,
                )
            )
    return found


def test_a_page_that_is_read_wrongly_is_marked(readings: list[tuple[float, Confidence]]) -> None:
    wrong = [confidence for score, confidence in readings if score < 0.5]
    assert len(wrong) >= 20
    assert wrong.count("low") >= 0.9 * len(wrong)


def test_a_page_that_is_read_rightly_is_rarely_marked(readings: list[tuple[float, Confidence]]) -> None:
    right = [confidence for score, confidence in readings if score >= 0.9]
    assert len(right) >= 130
    assert right.count("low") <= 0.05 * len(right)


@pytest.mark.parametrize(
    ("confidence", "source"),
    [
        ("high", f"{HEAD}<p>{{one}}</p>"),
        ("high", f"<div><h1>活动</h1><p class=zy>摘要：{{one}}</p></div><div class=zw>{'{ten}' * 4}</div>"),
        (
            "high",
            f"{HEAD}<div class=zw>{{ten}}<p>3楼 网友</p><p>{{one}}</p><p>4楼 网友</p><p>{{one}}</p></div>",
        ),
        (
            "low",
            f"{HEAD}<div class=zw>{{ten}}<p>網友：</p><p>{{one}}</p><p>匿名：</p><p>{{one}}</p></div>",
        ),
        ("low", f"<div><div class=l>{HEAD}{{ten}}</div><div class=r>{'{ten}' * 2}</div></div>"),
        ("low", "<div><h2>一</h2>{ten}<h2>二</h2>{ten}<h2>三</h2>{ten}</div>"),
        (
            "low",
            f"{HEAD}<div class=zw><p>{'<a href=1>词条</a>是{one}' * 3}<a href=2>{'词' * 90}</a></p></div>",
        ),
        ("low", f"{HEAD}<div class=zw>{{one}}<p>相关新闻</p>{{ten}}</div>"),
        ("high", f"{HEAD}<div class=zw>{{ten}}<p><a href=2>延伸阅读：竞赛开赛</a></p>{{ten}}</div>"),
        ("high", f"{HEAD}<p>正在加载，请稍候。</p><p>若无响应，请刷新</p><div class=zw>{{ten}}</div>"),
        ("high", f"{HEAD}<div class=zw>{{one}}{{one}}{{one}}</div><div>免责声明：{{one}}{{one}}</div>"),
        ("high", f"{HEAD}<div class=zw>{'<h1>一、动员</h1>{ten}' * 3}</div>"),
        ("low", f"{HEAD}<div class=zw>{'<h1>动员</h1>{ten}' * 3}</div>"),
    ],
)
def test_single_doubts(confidence: str, source: str) -> None:
    prose = Prose(seed=7)
    page = source.replace("{one}", prose.sentences(1)).replace("{ten}", prose.paragraphs(3, 4))
    assert extract(f"<html><body>{page}</body></html>".encode(), URL).confidence == confidence
