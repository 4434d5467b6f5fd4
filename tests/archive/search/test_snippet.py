from __future__ import annotations

import pytest

from archive.search.needles import needles_of
from archive.search.query import parse
from archive.search.snippet import WIDTH, best_snippet, mark


def marked(text: str, query: str) -> str:
    snippet = best_snippet(text, needles_of(parse(query).expression))
    return "".join(f"[{part}]" if is_match else part for part, is_match in snippet.parts)


@pytest.mark.parametrize(
    ("text", "query", "snippet"),
    [
        ("開展黨建工作", "党建", "開展[黨建]工作"),
        ("在ＧＤＰ增长时", "gdp增", "在[ＧＤＰ增]长时"),
        ("安全生产", "安全 全生", "[安全生]产"),
        ("safely, safe", "safe", "safely, [safe]"),
        ("safely, safe", "safe*", "[safely], [safe]"),
        ("两学，三创", "“两学三创” OR 三创", "两学，[三创]"),
        ("两学，三创", "“两学 三创”", "[两学，三创]"),
        ("安全\n生产", "-安全", "安全 生产"),
        ("无关", "安全", "无关"),
        ("", "安全", ""),
    ],
)
def test_matches_are_marked_in_the_original(text: str, query: str, snippet: str) -> None:
    assert marked(text, query) == snippet


def test_the_window_with_most_terms_wins() -> None:
    text = "安全" + "一" * 300 + "。安全与生产" + "二" * 300
    assert marked(text, "安全 生产").startswith("…[安全]与[生产]二")


def test_a_window_is_no_wider_than_agreed() -> None:
    snippet = best_snippet("甲" * 500 + "安全" + "乙" * 500, needles_of(parse("安全").expression))
    assert sum(len(part) for part, _ in snippet.parts) == WIDTH + len("……")


def test_a_window_ends_before_a_match_that_it_would_cut() -> None:
    assert marked("安全" + "甲" * (WIDTH - 3) + "安全生产", "安全") == "[安全]" + "甲" * (WIDTH - 3) + "…"


def test_a_match_wider_than_the_window_is_shown_in_part() -> None:
    wide = "安全" * WIDTH
    assert marked(wide, f"“{wide}”") == f"[{wide[:WIDTH]}]…"


def test_a_whole_title_is_marked() -> None:
    assert mark("關於安全", needles_of(parse("安全").expression)) == (("關於", False), ("安全", True))
