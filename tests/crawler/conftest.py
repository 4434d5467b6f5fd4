"""A web site on loopback whose answers a test declares, and crawls of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.crawler.crawls import Crawl
from tests.crawler.web import Web, WebHandler, WebServer
from tests.serving import serving


@pytest.fixture
def web() -> Iterator[Web]:
    server = WebServer(("127.0.0.1", 0), WebHandler)
    server.web = Web(port=server.server_address[1])
    with serving(server):
        yield server.web


@pytest.fixture
def crawl(web: Web, tmp_path: Path) -> Callable[..., Crawl]:
    """Define the site with these start paths; `more` are further fields of its declaration."""

    def define(*start: str, more: str = "") -> Crawl:
        crawl = Crawl(web, tmp_path / "sites", tmp_path / "data")
        crawl.define(*start, more=more)
        return crawl

    return define
