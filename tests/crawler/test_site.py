from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crawler.paging import ListPage, Query
from crawler.site import Site

SITE = Site(
    name="mine",
    title="石岭煤矿",
    home="http://www.mine.example/",
    kind="mine",
    start=("http://news.mine.example/list.htm",),
    article=r"/info/\d{4}/\d+\.htm|/show\.asp\?id=\d+",
    listing=r"/list_\w+\.htm",
    hosts=("mine-coal.example",),
)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://www.mine.example/info/1007/6829.htm", "article"),
        ("https://mine.example/info/1007/6829.htm", "article"),
        ("http://mine-coal.example/show.asp?id=7", "article"),
        ("http://news.mine.example/list_dj.htm", "listing"),
        ("http://mine.example/info/1007/6829.html", None),
        ("http://mine.example/old/info/1007/6829.htm", None),
        ("http://mine.example/show.asp?id=7&print=1", None),
        ("http://evil.example/info/1007/6829.htm", None),
        ("http://mine.example.evil.example/info/1007/6829.htm", None),
        ("ftp://mine.example/info/1007/6829.htm", None),
        ("http://mine.example:8080/info/1007/6829.htm", "article"),
        ("http://mine.example:99999/info/1007/6829.htm", None),
        ("http://mine.example:port/info/1007/6829.htm", None),
        ("http://[mine.example/info/1007/6829.htm", None),
    ],
)
def test_what_an_address_leads_to(url: str, kind: str | None) -> None:
    assert SITE.kind_of(url) == kind


def test_only_sites_of_this_machine_are_local() -> None:
    local = Site(
        name="x",
        title="x",
        home="http://x.localhost:8100/",
        kind="mine",
        start=("http://x.localhost:8100/a",),
        article="",
    )
    assert local.is_local
    assert not SITE.is_local


class OwnPaging:
    """A dialect that a site's file declares itself."""

    def next_page(self, page: ListPage) -> str | None:
        del page
        return None


def test_list_rules_are_the_same_in_every_process() -> None:
    own = [replace(SITE, paging=OwnPaging()).list_rules for _ in range(2)]
    assert own[0] == own[1] != SITE.list_rules


@pytest.mark.parametrize("other", [{"article": r"/b/\d+"}, {"paging": Query("page")}, {"items": ".list"}])
def test_list_rules_are_others_where_lists_are_read_otherwise(other: dict[str, Any]) -> None:
    assert replace(SITE, **other).list_rules != SITE.list_rules
    assert replace(SITE, title="别名", delay=9.0).list_rules == SITE.list_rules
