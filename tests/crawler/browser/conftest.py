"""Pages that are empty until their scripts have run, and crawls that may show them to a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser import find_chromium

SHELL = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>石岭煤矿</title></head>
<body><div id="app"></div><noscript>请开启 JavaScript。</noscript>{scripts}</body></html>"""


@pytest.fixture
def add_shell(web: Any) -> Callable[..., None]:
    """Declare a page whose body is one script."""

    def add(path: str, script: str, scripts: str = "") -> None:
        html = SHELL.format(scripts=f"{scripts}<script>{script}</script>")
        web.add(path, html)
        web.pages[path].body = html.encode("gbk")
        web.pages[path].headers["Content-Type"] = "text/html"

    return add


@pytest.fixture
def scripted(crawl: Any) -> Callable[..., Any]:
    """Define a site that a browser may be used for, and name the browser in the configuration."""

    def define(*start: str, more: str = "") -> Any:
        site = crawl(*start, more=f'browser="shells", {more}')
        site.data.mkdir()
        (site.data / "campaign-archive.toml").write_text(f'browser = "{find_chromium()}"\n')
        return site

    return define
