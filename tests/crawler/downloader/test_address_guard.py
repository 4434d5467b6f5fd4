"""The guard alone: what it lets through where nothing would have to be asked of a name server."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.settings import Settings

from crawler.downloader.address_guard import AddressGuard
from crawler.registry import site
from crawler.spider import spider_class
from crawler.visits.outcome import Refused


@pytest.fixture
def guard(monkeypatch: pytest.MonkeyPatch) -> AddressGuard:
    """Of a crawl of a sample site on this machine, through a proxy."""
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    crawler: Any = SimpleNamespace(
        settings=Settings({"HTTPPROXY_ENABLED": True}), spider=spider_class(site("sample_mine"))()
    )
    return AddressGuard(crawler)


def refused(guard: AddressGuard, url: str) -> str | None:
    try:
        asyncio.run(guard.process_request(Request(url)))
    except Refused as refusal:
        return str(refusal)
    return None


def test_a_site_on_this_machine_is_open_to_its_own_crawl_alone(guard: AddressGuard) -> None:
    home = site("sample_mine").home
    assert refused(guard, home) is None
    other = home.replace("://", "://other.", 1)
    assert refused(guard, other) == f"{other} leads to this machine"


def test_a_proxy_looks_names_up_but_an_ip_address_is_judged(guard: AddressGuard) -> None:
    assert refused(guard, "http://www.mine.example/list.htm") is None
    for address in ("10.0.0.8", "[::1]", "169.254.169.254"):
        assert "inside a private network" in (refused(guard, f"http://{address}/") or "")


@pytest.mark.parametrize("url", ["ftp://www.mine.example/a", "file:///etc/passwd"])
def test_other_schemes_are_refused(guard: AddressGuard, url: str) -> None:
    assert "no address of a web page" in (refused(guard, url) or "")


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    ("port", "is_refused"), [(22, True), (25, True), (6667, True), (81, False), (443, False), (8080, False)]
)
def test_ports_of_other_services_are_refused(
    guard: AddressGuard, scheme: str, port: int, is_refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_proxies", {"http": "proxy.example", "https": "proxy.example"})
    told = refused(guard, f"{scheme}://www.mine.example:{port}/fujian.pdf")
    assert told == (f"port {port} is that of another service, and no web page's" if is_refused else None)


def test_this_machine_is_no_exception(guard: AddressGuard) -> None:
    assert refused(guard, "http://qingshan.localhost:25/") is not None
