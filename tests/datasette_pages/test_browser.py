"""The pages as a researcher uses them, in a real Chromium."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

ATTACKED = "typeof window.attacked !== 'undefined'"


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
