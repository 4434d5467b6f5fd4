"""Reading aids and exports as a researcher uses them, in a real Chromium."""

from __future__ import annotations

import csv
import re

from playwright.sync_api import Page, expect


def test_from_match_to_match_by_keyboard(page: Page) -> None:
    page.goto("/search?q=创先争优")
    page.get_by_role("link", name="集團公司創先爭優活動動員大會上的講話").click()
    page.get_by_role("link", name="跳到第一处").click()
    expect(page).to_have_url(re.compile("#hit-1$"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#hit-2$"))
    expect(page.locator("#hit-2")).to_be_in_viewport()


def test_a_traditional_text_read_in_simplified_and_back(page: Page) -> None:
    page.goto("/search?q=创先争优")
    page.get_by_role("link", name="集團公司創先爭優活動動員大會上的講話").click()
    page.get_by_role("link", name="简体").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("集团公司创先争优活动动员大会上的讲话")
    page.get_by_role("link", name="繁体 （原文）").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("集團公司創先爭優活動動員大會上的講話")


def test_as_scraped_beside_as_cleaned(page: Page) -> None:
    page.goto("/search?q=安全生产月活动总结")
    page.locator(".hits h2 a").first.click()
    page.get_by_role("link", name="清洗前后对照").click()
    row = page.get_by_role("row").filter(has_text="省略643字")
    expect(row.locator("del")).to_be_visible()
    expect(row).to_contain_text("文中省略提示")


def test_a_downloaded_list_equals_the_view(page: Page) -> None:
    page.goto("/search?q=调度简报&sort=oldest&per=50")
    shown = page.locator(".hits h2").all_inner_texts()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == shown
    assert len(shown) == 26


def test_from_the_changes_to_the_difference(page: Page) -> None:
    page.goto("/changes")
    page.get_by_role("link", name="关于开展“百日安全无事故”竞赛活动的实施方案").click()
    expect(page.locator("#versions")).to_be_visible()
    expect(page.locator(".diff ins").first).to_be_visible()
