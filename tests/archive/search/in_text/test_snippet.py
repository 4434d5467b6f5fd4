from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.fold import fold
from archive.search.in_text.needles import needles_of
from archive.search.in_text.snippet import LEAD, WIDTH, Parts, best_snippet, mark
from archive.search.index.tokens import find_runs
from archive.search.query import parse


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


@pytest.mark.parametrize(
    ("text", "query", "begin"),
    [
        ("截至2014年" + "甲" * (LEAD - 4) + "安全", "安全", "…年甲"),
        ("截至２０１４年" + "甲" * (LEAD - 2) + "安全", "安全", "…年甲"),
        ("the GDP of " + "甲" * (LEAD - 5) + "安全", "安全", "… of 甲"),
        ("a" * 30 + "安全", "安全", "…[安全]"),
        ("a" * 30 + "。" + "甲" * 30 + "2014年安全", "安全", "…" + "甲" * 19 + "2014年[安全]"),
        ("安全生产" + "甲" * (LEAD - 2) + "重大", "安全生产 重大", "[安全生产]甲"),
    ],
)
def test_a_window_begins_between_tokens(text: str, query: str, begin: str) -> None:
    assert marked(text, query).startswith(begin)


def test_a_window_ends_between_tokens() -> None:
    text = "安全" + "甲" * (WIDTH - 4) + "2014年"
    assert marked(text, "安全") == "[安全]" + "甲" * (WIDTH - 4) + "…"


PIECES = st.sampled_from(["安全", "生产", "甲乙", "2014", "GDP", "年", "，", "。", " "])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=150).map("".join), st.sampled_from(["安全", "生产 2014", "GDP", "全生"]))
def test_no_window_cuts_a_match_or_a_word(text: str, query: str) -> None:
    needles = needles_of(parse(query).expression)
    shown = best_snippet(text, needles).parts
    assert matches(shown) <= matches(mark(text, needles))
    assert words("".join(part for part, _ in shown)) <= words(text)


def matches(parts: Parts) -> set[str]:
    return {part for part, is_match in parts if is_match}


def words(text: str) -> set[str]:
    return {run.text for run in find_runs(fold(text)) if not run.is_han}


def test_a_match_wider_than_the_window_is_shown_in_part() -> None:
    wide = "安全" * WIDTH
    assert marked(wide, f"“{wide}”") == f"[{wide[:WIDTH]}]…"


def test_matches_that_overlap_for_long_are_shown_where_most_terms_stand() -> None:
    """Together they are one match, which begins far before the place that was chosen."""
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 200)))
    shown = marked(text, f"“{text[:120]}” “{text[100:180]}” “{text[150:]}”")
    assert shown == f"…[{text[100:]}]"


def test_a_long_match_behind_a_short_one_is_shown_in_part() -> None:
    long = "党员" * WIDTH
    assert marked(f"安全，{long}", f"安全 “{long}”") == f"[安全]，[{long[: WIDTH - 3]}]…"


def test_a_whole_title_is_marked() -> None:
    assert mark("關於安全", needles_of(parse("安全").expression)) == (("關於", False), ("安全", True))
