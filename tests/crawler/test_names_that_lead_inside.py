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


def _reason(crawl: Any, home: str, address: str) -> str:
    site = crawl("/list.htm")
    site.sites.joinpath("web.py").write_text(SITE.format(home=home, address=address))
    site.data.mkdir()
    site.data.joinpath("campaign-archive.toml").write_text('contact = "you@example.org"\n')
    site.run(exit_code=1)
    ((reason,),) = site.rows("SELECT reason FROM frontier")
    return str(reason)
