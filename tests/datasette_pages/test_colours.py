"""What is told by colours and lines: on the screen, light and dark, and on paper."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect


def test_what_was_removed_has_no_line_through_it_but_in_print(page: Page) -> None:
    """二 with a line through it is read as 三, and …… is lost in dots."""
    page.goto("/changes?kind=changed")
    page.locator(".changes .evidence a").first.click()
    page.wait_for_load_state()  # Else a busy machine has not read the styles yet.
    removed = page.locator(".diff del").first
    assert removed.evaluate("del => getComputedStyle(del).textDecorationLine") == "none"
    assert "gradient" in removed.evaluate("del => getComputedStyle(del).backgroundImage")
    page.emulate_media(media="print")
    assert "dotted" in removed.evaluate("del => getComputedStyle(del).textDecoration")


@pytest.mark.parametrize("path", ["/organisations", "/quantities", "/timeline?q=安全"])
def test_paper_offers_no_downloads(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("a[download]").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("a[download]").first).to_be_hidden()


@pytest.mark.parametrize("path", ["/search?q=安全生产", "/campaign?name=创先争优"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_contrasts_with_its_ground(page: Page, scheme: Literal["light", "dark"], path: str) -> None:
    """WCAG AA: 4.5 to 1 for every colour that letters have, also on the tints of a table."""
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    assert page.evaluate(CONTRAST) >= 4.5


CONTRAST = """() => {
  const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const numbers = colour => {
    const [r, g, b, alpha = 1] = colour.match(/[0-9.]+/g).map(Number);
    return [...[r, g, b].map(value => colour.startsWith('color(') ? 255 * value : value), alpha];
  };
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = element => {
    if (!element) return [255, 255, 255];
    const [r, g, b, alpha] = numbers(getComputedStyle(element).backgroundColor);
    if (alpha === 1) return [r, g, b];
    const below = ground(element.parentElement);
    return [r, g, b].map((value, i) => alpha * value + (1 - alpha) * below[i]);
  };
  const shown = [...document.querySelectorAll('body :not(title)')].filter(
    element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()));
  return Math.min(...shown.map(element => {
    const style = getComputedStyle(element);
    const colour = element.closest('svg') ? style.fill : style.color;
    const [a, b] = [light(numbers(colour)), light(ground(element))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }));
}"""
