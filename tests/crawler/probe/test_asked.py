"""A probe asks for pages of the site that it was given, whatever its pages name."""

from __future__ import annotations

import pytest

from archive.errors import CallError
from tests.crawler.probe.memory import MemoryWeb

HOME, OTHER = "http://mine.example", "http://other.example"
ROWS = "".join(
    f"<li><a href='/a/{n}.html'>石岭煤矿第{n}采区召开动员会</a>2023-05-0{n}</li>" for n in range(1, 6)
)


@pytest.mark.parametrize(
    "named",
    [
        f"<iframe src='{OTHER}/list.html'></iframe>",
        f"<script>$.get('{OTHER}/rows.json')</script>",
        "<script>$.get('http://192.168.0.1/rows.json')</script>",
        f"<a href='{OTHER}/list_2.html'>下一页</a>",
        f"<a href='javascript:go(2)'>下一页</a><script>function go(n){{location.href='{OTHER}/'+n}}</script>",
        f"<a href='{OTHER}/party/'>党建工作</a>",
    ],
)
def test_no_other_site_is_asked(named: str) -> None:
    web = MemoryWeb(HOME, {"/list.html": f"<title>党建-石岭煤矿</title>{named}<ul>{ROWS}</ul>"})
    with pytest.raises(CallError, match="No article"):
        web.proposal("/list.html")
    assert all(path.startswith("/") for path in web.asked)
    assert "/a/1.html" in web.asked
