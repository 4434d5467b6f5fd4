"""The pages as a researcher uses them, in a real Chromium."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

PHONE: ViewportSize = {"width": 360, "height": 740}
ATTACKED = "typeof window.attacked !== 'undefined'"
PAGES = ("/", "/search?q=安全生产", "/search?q=不存在的词句", "/runs", "/about")


@pytest.fixture
def page(fresh_page: Page) -> Page:
    return fresh_page


def test_from_a_search_in_simplified_to_the_gap_of_a_traditional_text(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("创先争优")
    page.get_by_role("button", name="检索").click()
    page.get_by_role("link", name="集團公司創先爭優活動動員大會上的講話").click()
    expect(page.locator("mark", has_text="創先爭優").nth(1)).to_be_visible()
    page.get_by_role("link", name="到缺失处").click()
    gap = page.locator(".gap")
    expect(gap).to_contain_text("此处缺 1,035 字")
    assert gap.evaluate("gap => gap.getBoundingClientRect().top < window.innerHeight")
    page.get_by_role("link", name="返回检索结果").click()
    expect(page.get_by_role("searchbox")).to_have_value("创先争优")


def test_the_way_back_from_an_article_keeps_filters_order_and_page(page: Page) -> None:
    asked = "/search?q=调度简报&script=Simplified&sort=oldest&page=2"
    page.goto(asked)
    searched = page.url
    page.locator(".hits h2 a").first.click()
    page.get_by_role("link", name="繁体").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("調度簡報")
    page.get_by_role("link", name="清洗前后对照").click()
    page.get_by_role("link", name="返回正文").click()
    page.get_by_role("link", name="返回检索结果").click()
    expect(page).to_have_url(searched)


def test_the_way_back_from_an_article_leads_to_the_lines_of_a_concordance(page: Page) -> None:
    page.goto("/kwic?q=调度&script=Simplified&sort=right&page=2")
    listed = page.url
    page.locator(".kwic .where a").first.click()
    page.get_by_role("link", name="繁体").click()
    page.get_by_role("link", name="返回逐行索引").click()
    expect(page).to_have_url(listed)


def test_a_facet_narrows_and_is_taken_back(page: Page) -> None:
    page.goto("/search?q=安全生产")
    page.locator("#filters").get_by_role("link", name="横岭能源集团 2").click()
    expect(page.locator(".hits > li")).to_have_count(2)
    page.get_by_role("link", name="取消筛选：横岭能源集团").click()
    expect(page.locator(".hits > li")).to_have_count(5)


def test_where_nothing_is_found_no_room_is_left_for_filters(page: Page) -> None:
    page.goto("/search?q=查无此词")
    left = "box => box.getBoundingClientRect().left"
    assert page.locator(".notice").evaluate(left) == page.locator("main").evaluate(left)
    expect(page.get_by_role("link", name="筛选条件")).to_have_count(0)


def test_what_was_removed_has_no_line_through_it_but_in_print(page: Page) -> None:
    """二 with a line through it is read as 三, and …… is lost in dots."""
    page.goto("/changes?kind=changed")
    page.locator(".changes .evidence a").first.click()
    removed = page.locator(".diff del").first
    assert removed.evaluate("del => getComputedStyle(del).textDecorationLine") == "none"
    assert "gradient" in removed.evaluate("del => getComputedStyle(del).backgroundImage")
    page.emulate_media(media="print")
    assert "dotted" in removed.evaluate("del => getComputedStyle(del).textDecoration")


def test_a_bar_leads_to_its_year(page: Page) -> None:
    page.goto("/search?q=安全生产")
    page.get_by_role("link", name="2013 年：1 篇").click()
    assert page.locator(".hits time").all_inner_texts() == ["2013-07-02"]


def test_what_was_removed_can_be_opened(page: Page) -> None:
    page.goto("/search?q=安全生产月活动总结")
    page.locator(".hits h2 a").first.click()
    page.get_by_text("文中省略提示").click()
    expect(page.locator("del", has_text="省略643字")).to_be_visible()


def test_runs(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="采集记录").click()
    expect(page.get_by_role("row", name="范文库").get_by_role("cell").nth(1)).to_have_text("1 100\u202f%")


def test_the_language_stays_when_switched(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="Runs").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Runs")


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


def test_hostile_texts_execute_nothing(page: Page) -> None:
    page.goto("/search?q=恶意")
    assert not page.evaluate(ATTACKED)
    page.locator(".hits h2 a").first.click()
    assert page.locator(".text script, .text img, .text a:not(.anchor, .hit)").count() == 0
    assert not page.evaluate(ATTACKED)
    page.get_by_role("link", name="看原始响应").click()
    expect(page.locator("body")).to_contain_text("window.attacked=1")
    assert not page.evaluate(ATTACKED)


def test_everything_works_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address, locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill("黨建")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="横岭能源集团党建工作要点").click()
    expect(page.locator("mark", has_text="党建").nth(1)).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", ["/organisations", "/quantities", "/timeline?q=安全"])
def test_paper_offers_no_downloads(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("a[download]").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("a[download]").first).to_be_hidden()


def test_the_keyboard_skips_to_the_content(page: Page) -> None:
    page.goto("/runs")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


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
