from __future__ import annotations

import pytest

from crawler.browser.shells import is_shell

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
    assert is_shell(html)


@pytest.mark.parametrize(
    "html", [FILLED + SCRIPT, f"{SCRIPT}<div id=app>{FILLED}</div>", "<p>一则短讯</p>", "", FILLED]
)
def test_pages_that_have_their_text(html: str) -> None:
    assert not is_shell(html)
