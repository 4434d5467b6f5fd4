"""The controls of the search and the concordance, used as a reader uses them, in a real Chromium."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect


def test_several_values_of_one_facet_add_up(page: Page) -> None:
    page.goto("/search?q=安全生产")
    sites = page.locator(".facet").filter(has=page.get_by_role("heading", name="网站"))
    sites.get_by_role("link", name="石板桥煤矿").click()
    expect(page.locator(".total")).to_have_text("共 1 篇")
    sites.get_by_role("link", name="横岭能源集团").click()
    expect(page.locator(".total")).to_have_text("共 3 篇")
    expect(page.locator(".chosen-filters li")).to_have_count(3)
    page.locator(".chosen-filters .clear").click()
    expect(page.locator(".total")).to_have_text("共 5 篇")


def test_a_range_of_years_order_and_length_stay_together(page: Page) -> None:
    page.goto("/search?q=调度简报")
    page.get_by_role("link", name="旧到新").click()
    page.get_by_role("link", name="50", exact=True).click()
    years = page.locator(".year-range")
    years.locator("[name=from]").fill("2006")
    years.locator("[name=to]").fill("2007")
    years.get_by_role("button").click()
    page.wait_for_url(re.compile("from=2006"))
    dates = page.locator(".hits time").all_inner_texts()
    assert dates == sorted(dates) and {date[:4] for date in dates} == {"2006", "2007"}
    expect(page.locator(".per-page [aria-current]")).to_have_text("50")


def test_badges_tell_what_is_missing(page: Page) -> None:
    page.goto("/search?q=活动&per=50")
    badges = set(page.locator(".hits .badge").all_inner_texts())
    assert {"镜像", "原页已撤"} <= badges
    assert any(badge.startswith("隐名") for badge in badges)


def test_from_nothing_to_the_nearest_search(page: Page) -> None:
    page.goto("/search?q=創先掙優")
    page.get_by_role("link", name="创先争优").first.click()
    expect(page.locator(".total")).to_have_text("共 2 篇")
    expect(page.locator("#q")).to_have_value("创先争优")


def test_shortcuts_stand_on_the_box_the_content_and_the_pages(page: Page) -> None:
    page.goto("/search?q=调度简报")
    expect(page.locator("[accesskey=s]")).to_have_attribute("id", "q")
    expect(page.locator("[accesskey=c]")).to_have_attribute("href", "#main")
    page.locator("[accesskey=n]").press("Enter")
    expect(page).to_have_url(re.compile("page=2"))
    page.locator("[accesskey=b]").press("Enter")
    expect(page.locator("[accesskey=b]")).to_have_count(0)


def test_a_phone_shows_each_match_of_a_concordance(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto("/kwic?q=全矿&sort=left")
    for mark in page.locator(".kwic mark").all()[:5]:
        expect(mark).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("path", ["/archive/articles", "/archive?sql=select+1", "/archive"])
def test_tables_are_dark_where_the_readers_pages_are(page: Page, path: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(path)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ink = page.evaluate("getComputedStyle(document.body).color")
    page.emulate_media(color_scheme="light")
    assert brightness(ground) < 150
    assert brightness(ink) > 450


def brightness(color: str) -> int:
    """0 to 765, of a colour as the browser writes it."""
    return sum(map(int, re.findall(r"\d+", color)[:3]))


def test_an_outline_leads_to_its_heading(page: Page) -> None:
    page.goto("/search?q=百日安全无事故")
    page.locator(".hits h2 a").first.click()
    page.get_by_role("link", name="五、奖惩办法").click()
    expect(page).to_have_url(re.compile("#p"))
    heading = page.locator(f"#{page.url.partition('#')[2]}")
    expect(heading).to_contain_text("五、奖惩办法")
    expect(heading).to_be_in_viewport()


def test_a_printed_article_has_its_text_and_no_controls(page: Page) -> None:
    page.goto("/search?q=標題:創先爭優活動動員大會")
    page.locator(".hits h2 a").first.click()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".masthead nav")).to_be_hidden()
    expect(page.locator(".missing-notice strong")).to_be_visible()
    expect(page.locator(".missing-notice a")).to_be_hidden()
    page.emulate_media(media="screen")


def test_a_printed_concordance_fits_the_paper_and_says_where_each_line_is_from(page: Page) -> None:
    page.set_viewport_size({"width": 642, "height": 900})  # A4 within margins of two centimetres
    page.goto("/kwic?q=安全")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= 642
    where = page.locator(".kwic .where").first.bounding_box()
    assert where and where["x"] + where["width"] <= 642
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    page.emulate_media(media="screen", color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 800})
