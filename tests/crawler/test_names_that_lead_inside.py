"""Sites whose names lead inside; a stand-in on loopback must not hear of it."""

from __future__ import annotations

from typing import Any

import pytest

SITE = """
from crawler.site import Site
from twisted.internet import defer
import scrapy.resolver
# Nobody is asked for names: this is what a hostile name server would say.
answer = lambda self, name, timeout=(): defer.succeed({address!r})
scrapy.resolver.CachingThreadedResolver.getHostByName = answer
SITE = Site(
    name="web", title="石岭煤矿", home="{home}", kind="mine",
    start=("{home}list.htm",), article=r"/a/.*", delay=0.0,
)
"""


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.8", "169.254.169.254", "192.168.3.1"])
def test_a_name_that_leads_inside_is_refused(web: Any, crawl: Any, address: str) -> None:
    web.add_list("/list.htm", range(1, 2))
    assert _reason(crawl, f"http://mine.test:{web.port}/", address) == (
        f"mine.test is at {address}, inside a private network or this machine"
    )
    assert web.asked == []


def test_an_address_inside_is_refused(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 2))
    assert "127.0.0.1 is inside a private" in _reason(crawl, f"http://127.0.0.1:{web.port}/", "127.0.0.1")
    assert web.asked == []


TURNS = """
import crawler.downloader.address_guard as guard
from crawler.site import Site
from twisted.internet import defer
from twisted.internet.base import ThreadedResolver
# A name server that answers with an open address first, and with one inside from then on. Loopback stands for
# the open one, and has nothing at the other.
addresses = ["127.0.0.1"]
answer = lambda self, name, timeout=(): defer.succeed(addresses.pop() if addresses else "127.0.0.2")
ThreadedResolver.getHostByName = answer
is_public = guard.is_public
guard.is_public = lambda address: address == "127.0.0.1" or is_public(address)
SITE = Site(
    name="web", title="石岭煤矿", home="{home}", kind="mine",
    start=("{home}list.htm",), article=r"/a/.*", delay=0.0,
)
"""


def test_a_name_that_turns_inside_is_asked_where_it_was_looked_up(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 3))
    web.add_articles(range(1, 3))
    site = _declared(crawl, TURNS.format(home=f"http://mine.test:{web.port}/"))

    report = site.run()

    assert (report["outcome"], report["new"], report["failed"]) == ("finished", 2, 0)
    assert [path for _, path in web.asked] == ["/robots.txt", "/list.htm", "/a/1.htm", "/a/2.htm"]


def _reason(crawl: Any, home: str, address: str) -> str:
    site = _declared(crawl, SITE.format(home=home, address=address))
    site.run(exit_code=1)
    ((reason,),) = site.rows("SELECT reason FROM frontier")
    return str(reason)


def _declared(crawl: Any, source: str) -> Any:
    site = crawl("/list.htm")
    site.sites.joinpath("web.py").write_text(source)
    site.data.mkdir()
    site.data.joinpath("campaign-archive.toml").write_text('contact = "you@example.org"\n')
    return site
