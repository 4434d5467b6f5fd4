"""Texts that mean harm, on every page that shows them (in a real Chromium), and in every table."""

from __future__ import annotations

import csv
import io
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Page

PHONE = 360
SCRIPT = quote('"><script>window.attacked=1</script>')
CAMPAIGN = quote("安全生产月")
LISTS = (
    *("/", "/search", f"/search?q={CAMPAIGN}", f"/search?q={SCRIPT}&site={SCRIPT}", "/runs", "/about"),
    *(f"/kwic?q={CAMPAIGN}", f"/kwic?q={SCRIPT}", f"/timeline?q={CAMPAIGN}&split=site"),
    *(f"/timeline?q={SCRIPT}&q={CAMPAIGN}&split=genre", "/changes", f"/changes?site={SCRIPT}"),
    *("/quantities", f"/quantities?subject={SCRIPT}", "/campaigns", "/organisations", "/formulas"),
    *("/skipped", "/passages", f"/campaign?name={CAMPAIGN}"),
)
TABLES = (
    *("/search.csv", f"/kwic.csv?q={CAMPAIGN}", f"/collocates.csv?q={CAMPAIGN}", "/changes.csv"),
    *("/quantities.csv", "/campaigns.csv", f"/campaign.csv?name={CAMPAIGN}", "/organisations.csv"),
    *("/formulas.csv", "/timeline.csv?q=%3D1%2B1", "/passages.csv", "/archive/articles.csv?_size=max"),
    "/~61rchive/articles.csv?_size=max",
)
FOREIGN = (
    "script, img:not(.brand img), iframe, object, embed, style, base, [srcdoc], "
    "[onclick], [onerror], [onload], [onmouseover]"
)
PROTOCOLS = (
    "[...new Set([...document.querySelectorAll('a[href], form[action]')].map(a => a.protocol || 'http:'))]"
)
TURNED = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), turned = [];
  for (let node; node = walker.nextNode();) {
    if (!node.data.includes('\\u202e')) continue;
    const style = getComputedStyle(node.parentElement);
    if (style.display.startsWith('inline') && !style.unicodeBidi.includes('isolate')) turned.push(node.data);
  }
  return turned;
}"""
"""Text that turns round what stands after it on the line."""


def pages_of_articles(page: Page) -> list[str]:
    page.goto("/search?sort=oldest")
    links = page.locator(".hits h2 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [f"{link}{aid}" for link in links for aid in (f"?q={CAMPAIGN}", "/cleaning", "/passages")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_executed_turned_round_or_torn_wide(hostile_page: Page, language: str) -> None:
    hostile_page.set_viewport_size({"width": PHONE, "height": 740})
    hostile_page.goto(f"/?lang={language}")
    found = {}
    for address in (*LISTS, *pages_of_articles(hostile_page)):
        answer = hostile_page.goto(address)
        assert answer
        found[address] = (
            answer.status,
            hostile_page.evaluate("typeof window.attacked"),
            hostile_page.locator(FOREIGN).count(),
            set(hostile_page.evaluate(PROTOCOLS)) - {"http:", "https:"},
            hostile_page.evaluate(TURNED),
            max(PHONE, hostile_page.evaluate("document.documentElement.scrollWidth")),
        )
    assert {a: got for a, got in found.items() if got != (200, "undefined", 0, set(), [], PHONE)} == {}
    assert len(found) == len(LISTS) + 12


@pytest.mark.parametrize("address", ["/changes", f"/search?q={CAMPAIGN}", "/quantities"])
def test_texts_are_shown_as_they_stand(hostile_page: Page, address: str) -> None:
    hostile_page.goto(address)
    shown = hostile_page.locator("main").inner_text()
    assert "</del><svg onload=window.attacked=1>开展“安全生产月”活动" in shown
    assert "&lt;" not in shown and "&#3" not in shown


def test_no_cell_of_a_table_is_a_formula(hostile_address: str) -> None:
    cells = {address: _cells(hostile_address + address) for address in TABLES}
    assert all(cells.values())
    harmful = [cell for each in cells.values() for cell in each if cell[:1] in tuple("=+-@\t\r")]
    assert [cell for cell in harmful if not cell.lstrip("+-").replace(".", "").isdigit()] == []
    assert any("=cmd|" in cell for cell in cells["/search.csv"])


def _cells(address: str) -> list[str]:
    answer = httpx.get(address, timeout=60)
    assert answer.status_code == 200, address
    return [cell for row in csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))) for cell in row]


def test_a_single_year_is_no_range(hostile_page: Page) -> None:
    hostile_page.goto("/?lang=en")
    assert hostile_page.locator(".figures div").nth(3).locator("dd").inner_text() == "2012"
