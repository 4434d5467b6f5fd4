"""Lists of other texts between a title and a short text make no listing of it, and are no part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archive.extract import extract
from archive.model import Extraction
from tests.archive.extract.platform_pages import FOOT, HOST, NAV

TITLE = "青山煤矿召开安全生产月动员大会"
TEXT = "六月三日，青山煤矿召开安全生产月动员大会，矿领导、各区队负责人和职工代表共三百余人参加。"
INFO = "<div class=info>2010-06-03 来源：宣传科</div>"
HEAD = f"<h1>{TITLE}</h1>{INFO}"


def _link(number: int) -> str:
    return f"<a href='{number}.htm'>云溪煤矿第{number}次安全例会顺利召开</a>"


LISTS: dict[str, Callable[[int], str]] = {
    "teasers below links": lambda n: f"<li>{_link(n)}<p>矿党委要求，各单位要加强领导，落实责任……</p></li>",
    "teasers with buttons": lambda n: (
        f"<div>{_link(n)}<p>会议要求，加强领导，落实责任，确保实效...[详细]</p></div>"
    ),
    "teasers below headings": lambda n: (
        f"<div><h4>{_link(n)}</h4><p>会议要求，加强领导，落实责任，不断…</p></div>"
    ),
    "teasers below dates": lambda n: (
        f"<div>{_link(n)}<p>06-0{n}</p><p>会议要求，加强领导，落实责任，不断…</p></div>"
    ),
    "links": lambda n: f"<li>{_link(n)}</li>",
    "links with dates": lambda n: f"<li>{_link(n)} <span>06-0{n}</span></li>",
}
LAYOUTS = {
    "in a box beside the text's": f"{HEAD}<div class=b1>{{}}</div><div class=zw><p>{TEXT}</p></div>",
    "with the text in one box": f"<div class=main>{HEAD}<div class=b1>{{}}</div><p>{TEXT}</p></div>",
    "right in the page": f"{HEAD}<div class=b1>{{}}</div><p>{TEXT}</p>",
}


def _read(source: str, path: str = "/a/1.htm") -> Extraction:
    head = f"<head><title>{TITLE}_青山煤矿网</title></head>"
    return extract(f"<html>{head}<body>{NAV}{source}{FOOT}</body></html>".encode(), HOST + path)


@pytest.mark.parametrize("entry", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("count", [4, 8])
def test_the_text_is_what_stands_below(entry: Callable[[int], str], layout: str, count: int) -> None:
    found = _read(layout.format("".join(map(entry, range(1, count + 1)))))
    assert (found.kind, found.title, found.text) == ("article", TITLE, TEXT)
    assert found.published_at == "2010-06-03"


TEASERS = "".join(map(LISTS["teasers below links"], range(1, 9)))
ABOUT = "<p>本栏目由宣传科主办，欢迎各区队踊跃投稿，来稿请注明姓名、单位和联系电话。</p>"


@pytest.mark.parametrize(
    ("source", "path"),
    [
        (f"<h1>安全生产</h1><div>{TEASERS}</div>{ABOUT}", "/a/1.htm"),
        (f"{HEAD}<div>{TEASERS}</div>{ABOUT}", "/aqsc/"),
        (f"{HEAD}<div>{TEASERS}</div>", "/a/1.htm"),
        (
            f"<h2><a href=9.htm>{TITLE}</a></h2>{INFO}<p>会议要求，落实责任……</p><div>{TEASERS}</div>{ABOUT}",
            "/a/",
        ),
        (f"<h1>安全生产</h1>{_link(9)}<div>2010-06-03</div><div>{TEASERS}</div>{ABOUT}", "/a/1.htm"),
        (f"{HEAD}<div>{TEASERS}</div><div>相关新闻</div>{ABOUT}", "/a/1.htm"),
    ],
)
def test_a_list_stays_one(source: str, path: str) -> None:
    assert _read(source, path).kind == "listing"
