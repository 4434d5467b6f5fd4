from __future__ import annotations

import pytest

from archive.extract import extract, parse
from archive.extract.shells import is_unfilled_list, is_unfilled_text, may_be_shell

FILLED = "<p>" + "矿上召开安全生产月动员会，各区队对照方案逐条落实。" * 10 + "</p>"
SCRIPT = "<script src='/app.js'></script>"


@pytest.mark.parametrize(
    "html",
    [
        f"<div id=app></div>{SCRIPT}",
        f"<title>{'题' * 300}</title><div id=root>加载中…</div>{SCRIPT}",
        f"<noscript>{'请开启 JavaScript。' * 40}</noscript><div></div>{SCRIPT}",
        f"<ul><li>首页</li><li>要闻</li></ul><!-- {FILLED} --><SCRIPT>var text = '{FILLED}'</SCRIPT>",
        f"<style>{'p {}' * 200}</style><script>never ends {FILLED}",
    ],
)
def test_pages_that_scripts_must_fill(html: str) -> None:
    assert may_be_shell(html)


@pytest.mark.parametrize(
    "html", [FILLED + SCRIPT, f"{SCRIPT}<div id=app>{FILLED}</div>", "<p>一则短讯</p>", "", FILLED]
)
def test_pages_that_have_their_text(html: str) -> None:
    assert not may_be_shell(html)


URL = "http://www.qingshan.example/a/1.htm"
FRAME = "".join(f"<div><a href=/{n}/>栏目{n}</a></div>" for n in range(60)) + "<p>版权所有 青山煤矿</p>" * 9


@pytest.mark.parametrize(
    ("html", "is_unfilled"),
    [
        (f"{FRAME}<div id=zoom></div>{SCRIPT}", True),
        (f"{FRAME}<div id=app>正在加载，请稍候……</div>{SCRIPT}", True),
        (f"<p>一则</p>{SCRIPT}", True),
        (f"{FRAME}<div id=zoom>{FILLED}</div>{SCRIPT}", False),
        (f"{FRAME}<div id=zoom></div>", False),
        ("<p>您访问的页面不存在</p><script></script>", False),
        (f"<h1>喜报</h1>{FILLED}", False),
    ],
)
def test_reader_and_browser_are_of_one_mind(html: str, is_unfilled: bool) -> None:
    """However much stands around an empty box: menus and footers are no text."""
    source = f"<html><body>{html}</body></html>"
    extraction = extract(source.encode(), URL)
    assert is_unfilled_text(source, extraction) == is_unfilled
    assert is_unfilled or extraction.kind != "shell"


@pytest.mark.parametrize(
    ("html", "is_unfilled"),
    [
        (f"{FRAME}<ul id=main></ul><div id=container></div>{SCRIPT}", True),
        (f"{FRAME}<p>努力加载中</p>{SCRIPT}", True),
        (f"<ul></ul>{SCRIPT}", True),
        (f"{FRAME}<ul><li>暂无信息</li></ul>{SCRIPT}", False),
        (FRAME, False),
    ],
)
def test_lists(html: str, is_unfilled: bool) -> None:
    assert is_unfilled_list(parse(f"<html><body>{html}</body></html>".encode(), URL)) == is_unfilled
