from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest
from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler

from crawler.downloader.http_handler import LimitedHTTPHandler


def test_two_crawls_ask_one_host_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    under_way: Counter[str] = Counter()
    most: Counter[str] = Counter()

    async def answer(_handler: Any, request: Request) -> str:
        host = request.url.split("/")[2].partition(":")[0]
        under_way.update([host, "all"])
        most[host], most["all"] = max(most[host], under_way[host]), max(most["all"], under_way["all"])
        await asyncio.sleep(0)
        under_way.subtract([host, "all"])
        if "broken" in request.url:
            raise OSError
        return request.url

    monkeypatch.setattr(HTTP11DownloadHandler, "download_request", answer)
    crawls = [object.__new__(LimitedHTTPHandler) for _ in range(2)]
    urls = [f"http://{host}/{path}" for host in ("a.example", "a.example:81", "b.example") for path in "xyz"]
    urls.insert(1, "http://a.example/broken")

    async def all_at_once() -> list[Any]:
        asked = (crawl.download_request(Request(url)) for url in urls for crawl in crawls)
        return await asyncio.gather(*asked, return_exceptions=True)

    answers = asyncio.run(all_at_once())

    assert [answer for answer in answers if isinstance(answer, str)] == [
        url for url in urls if "broken" not in url for _ in crawls
    ]
    assert most == {"a.example": 1, "b.example": 1, "all": 2}
