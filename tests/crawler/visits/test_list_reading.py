"""What one list page says, and how much of it is read."""

from __future__ import annotations

import pytest

from archive.store.capture_reading import Reading
from archive.store.exchange import Exchange
from crawler.paging import ListPage
from crawler.paging.list_page import MOST_LINKS
from crawler.site import Site
from crawler.visits.list_reading import ListReading, read_list

HOME = "http://mine.example"


class Broken:
    """A dialect with a bug."""

    def next_page(self, page: ListPage) -> str | None:
        raise IndexError(page.url)


def site(**more: object) -> Site:
    declared = {
        "name": "mine",
        "title": "石岭煤矿",
        "home": f"{HOME}/",
        "kind": "mine",
        "start": (f"{HOME}/",),
    }
    return Site(**{**declared, "article": r"/a/\d+\.htm", **more})  # type: ignore[arg-type]


def read(html: str, declared: Site | None = None) -> ListReading:
    exchange = Exchange(url=f"{HOME}/list.htm", captured_at="2026-11-22T08:00:00Z", wire=html.encode())
    reading = read_list(declared or site(), exchange.url, exchange)
    assert isinstance(reading, ListReading), reading
    return reading


def links(count: int) -> str:
    return "".join(f"<a href=/a/{number}.htm>简报</a>" for number in range(count))


def rows(count: int) -> str:
    return "[" + ",".join(f'{{"url":"/a/{number}.htm","title":"简报"}}' for number in range(count)) + "]"


def numbers(count: int) -> str:
    return "".join(f"<script>n = {number};</script>" for number in range(count))


SCRIPTED = {"scripted": r"n = (\d+);", "scripted_form": "/a/{}.htm"}


@pytest.mark.parametrize(
    ("made", "more"), [(links, {}), (rows, {}), (numbers, SCRIPTED)], ids=["links", "json", "script"]
)
def test_no_more_links_are_read_than_a_list_may_have(made, more: dict[str, object]) -> None:  # type: ignore[no-untyped-def]
    whole, cut = (read(made(count), site(**more)) for count in (MOST_LINKS, MOST_LINKS + 1))

    assert (len(whole.links), whole.is_cut) == (MOST_LINKS, False)
    assert (whole.links, True) == (cut.links, cut.is_cut)


def test_one_link_many_times_is_cut_too() -> None:
    assert read("<a href=b>" * (MOST_LINKS + 1)).is_cut


def test_what_a_list_says() -> None:
    html = (
        links(2)
        + "<a href=/b.htm>x</a><a href=http://other.example/a/1.htm>x</a><a href=list_2.htm>下一页</a>"
    )
    reading = read(html, site(unwanted_titles="简报"))

    assert [*reading.links] == [(f"{HOME}/a/{number}.htm", "article", "简报") for number in (0, 1)]
    assert (reading.is_cut, reading.is_unfilled, reading.view_state) == (False, False, {})
    assert reading.following == f"{HOME}/list_2.htm"


def test_a_list_that_a_browser_may_fill() -> None:
    shell = "<div id=app></div><script src=app.js></script>"

    assert read(shell, site(browser="shells")).is_unfilled
    assert not read(shell + links(1), site(browser="shells")).is_unfilled
    assert not read(shell).is_unfilled


def test_a_bug_of_a_dialect_is_told() -> None:
    exchange = Exchange(url=f"{HOME}/list.htm", captured_at="2026-11-22T08:00:00Z", wire=links(1).encode())
    reading = read_list(site(paging=Broken()), exchange.url, exchange)

    assert isinstance(reading, Reading)
    assert reading.failure == f"a bug: IndexError: {HOME}/list.htm"
