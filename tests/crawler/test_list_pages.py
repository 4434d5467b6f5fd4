"""What a declaration says of a site's list pages."""

from __future__ import annotations

from typing import Any


def test_a_list_with_too_few_articles_is_warned_of(web: Any, crawl: Any) -> None:
    web.add_articles((1, 2))
    web.add_list("/list", range(1, 3))

    (warning,) = crawl("/list", more="least_items=3").run()["warnings"]
    assert "links to 2 articles" in warning


def test_addresses_that_stand_in_a_script(web: Any, crawl: Any) -> None:
    web.add_article(1)
    web.add("/list", "<title>简报</title><script>var list = [{'link_add':'/a/1.htm'}];</script>")

    assert crawl("/list", more="""scripted=r"'link_add':'([^']+)'" """).run()["new"] == 1
