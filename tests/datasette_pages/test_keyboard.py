"""The pages by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page


def test_the_results_are_one_step_away_by_keyboard(page: Page) -> None:
    page.goto("/search?q=安全生产")
    page.get_by_role("searchbox").focus()
    for key in ("Tab", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.innerText") == "跳到检索结果"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.sorts')")


def test_the_filters_are_one_step_away_by_keyboard(page: Page) -> None:
    page.goto("/search?q=安全生产")
    link = page.get_by_role("link", name="筛选条件")
    assert link.evaluate("link => getComputedStyle(link).clipPath") != "none"
    link.focus()
    assert link.evaluate("link => getComputedStyle(link).clipPath") == "none"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "from"


def test_the_keyboard_skips_to_the_content(page: Page) -> None:
    page.goto("/runs")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
