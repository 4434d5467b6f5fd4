"""axe-core finds nothing on any page, in both languages, light and dark, wide and narrow."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PAGES = (
    "/",
    "/search?q=安全生产&site=hengling",
    "/search?q=不存在的词句",
    "/search?sort=newest&per=50",
    "article",
    "article/cleaning",
    "counted",
    "/kwic?q=安全生产&sort=left",
    "/campaigns",
    "/campaign?name=创先争优",
    "/organisations",
    "/formulas",
    "/organisation?name=石板桥煤矿",
    "/timeline?q=安全生产&q=创先争优&split=site",
    "/changes",
    "/passages",
    "article/passages",
    "/skipped",
    "/quantities",
    "/runs",
    "/about",
    "/no-such-page",
    "/archive",
    "/archive/articles?_facet=site&_search=安全&site=hengling",
    "/archive/articles/1",
    "/archive/rules_at_work",
    "/archive?sql=select+1",
)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize(
    ("locale", "scheme", "width"), [("zh-CN", "light", 1200), ("en", "dark", 1200), ("zh-CN", "dark", 360)]
)
def test_no_barrier(
    chromium: Browser, address: str, locale: str, scheme: Literal["light", "dark"], width: int
) -> None:
    context = chromium.new_context(
        base_url=address, locale=locale, color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto("/search?q=创先争优 -竞赛")
    article = page.locator(".hits h2 a").first.get_attribute("href") or ""
    page.goto("/quantities")
    counted = page.locator('td a[href^="/article/"]').first.get_attribute("href") or ""
    articles = {"article": article.partition("?")[0], "counted": counted.partition("?")[0]}
    found = []
    for path in PAGES:
        name, _, rest = path.partition("/")
        page.goto(f"{articles[name]}/{rest}".rstrip("/") if name in articles else path)
        violations = Axe().run(page, options=RULES).response["violations"]
        found += [(path, each["id"], each["nodes"][0]["html"]) for each in violations]
    context.close()
    assert found == []
