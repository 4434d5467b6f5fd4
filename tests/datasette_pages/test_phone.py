"""The pages on a narrow screen: nothing is squeezed, and nothing scrolls but what says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

PHONE: ViewportSize = {"width": 360, "height": 740}

PAGES = ("/", "/search?q=安全生产", "/search?q=不存在的词句", "/runs", "/about")


@pytest.mark.parametrize("address_of_page", [*PAGES, "article"])
def test_a_phone_never_scrolls_sideways(page: Page, address_of_page: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/search?q=百日安全" if address_of_page == "article" else address_of_page)
    if address_of_page == "article":
        page.locator(".hits h2 a").first.click()
        page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


CUT = """
span => [...span.lastChild.data].filter((character, at) => {
    const box = span.getBoundingClientRect(), range = new Range();
    range.setStart(span.lastChild, at);
    range.setEnd(span.lastChild, at + 1);
    const {left, right, top} = range.getBoundingClientRect();
    return top < box.bottom - 2 && [box.left, box.right].some(edge => left < edge - 1 && right > edge + 1);
})
"""
"""The characters of a context through which its edge goes."""


@pytest.mark.parametrize("width", [320, 360, 375, 412])
def test_a_concordance_on_a_phone_is_cut_between_characters(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/kwic?q=安全")
    contexts = [each for each in page.locator(".kwic td > span").all() if each.inner_text()]
    assert len(contexts) > 20
    assert [cut for each in contexts if (cut := each.evaluate(CUT))] == []


@pytest.mark.parametrize("path", ["/search?q=", "/search?site=", "/kwic?q=", "/timeline?q="])
def test_a_word_longer_than_a_phone_is_broken(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path + 200 * "a")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(("path", "room"), [("/runs", "采集记录"), ("/archive", "数据表")])
def test_the_rooms_take_one_row_of_a_phone_and_the_one_open_is_in_sight(
    page: Page, path: str, room: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    rooms = page.locator("header a", has_text=room).locator("..")
    assert len(tops(rooms)) == 1
    expect(page.get_by_role("link", name=room, exact=True)).to_be_in_viewport()
    assert rooms.evaluate("rooms => rooms.scrollLeft > 0")


@pytest.mark.parametrize("width", [800, 1000, 1140])
def test_the_rooms_take_one_row_at_any_width_in_the_longer_language(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/about?lang=en")
    assert len(tops(page.get_by_role("navigation", name="Main"))) == 1


def tops(links: Locator) -> set[float]:
    """Where the links begin: one number for each row that they take."""
    tops = "links => [...links.querySelectorAll('a')].map(a => a.getBoundingClientRect().top)"
    return set(links.evaluate(tops))


def test_a_phone_does_not_squeeze_the_columns_of_a_text(page: Page) -> None:
    """Chinese may be broken behind each character, and a table would rather do that than scroll."""
    page.set_viewport_size(PHONE)
    page.goto("/search?q=百日安全")
    page.locator(".hits h2 a").first.click()
    page.wait_for_load_state()
    row = page.get_by_role("row", name="顶板管理专项检查")
    lines = "row => row.getBoundingClientRect().height / parseFloat(getComputedStyle(row).lineHeight)"
    assert row.evaluate(lines) < 2


def test_a_phone_shows_where_a_chart_goes_on(page: Page) -> None:
    """A chart of many years is wider than a phone; without a sign its last years seem not to be there."""
    page.set_viewport_size(PHONE)
    page.goto("/")
    chart = page.locator(".years")
    assert chart.evaluate("box => box.scrollWidth > box.clientWidth")
    assert (
        chart.evaluate("box => getComputedStyle(box).backgroundAttachment") == "local, local, scroll, scroll"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_phone_shows_how_frequent_words_are_without_scrolling(page: Page, language: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/kwic?q=安全&lang={language}")
    table = page.locator(".table-room[aria-labelledby=frequencies]")
    assert table.evaluate("room => room.scrollWidth <= room.clientWidth")


@pytest.mark.parametrize("query", ["first_use_by_group?q=a", "campaigns_by_year"])
def test_a_phone_shows_the_sql_of_a_query(page: Page, query: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/archive/{query}")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
