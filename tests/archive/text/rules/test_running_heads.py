"""Heads of printed pages go with their numbers; numbered chapters and tables stay."""

from __future__ import annotations

import pytest

from archive.text import clean

TITLE = "关于开展安全月活动的通知"
HEAD = "云溪煤矿文件汇编"
PAGE = "\n".join(
    f"各区队要在{month}月底前排出第{month}批隐患清单，逐条落实整改资金、措施、时限和责任人，并报安全监察科备案。"
    for month in range(1, 7)
)
SECOND = PAGE.replace("各区队", "各科室")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{TITLE}\n{PAGE}\n1\n{HEAD}\n{SECOND}\n2",
        f"1\n{HEAD}\n{TITLE}\n{PAGE}\n2\n{HEAD}\n{SECOND}",
        f"{TITLE}\n{PAGE}\n1\n{HEAD}\n{SECOND}\n2\n{HEAD}",
        f"{HEAD}\n1\n{TITLE}\n{PAGE}\n{HEAD}\n2\n{SECOND}",
    ],
)
def test_heads_and_numbers_go(text: str) -> None:
    cleaned = clean(text)
    assert (cleaned.title, cleaned.body) == (TITLE, f"{PAGE}\n{SECOND}")


def test_a_sentence_that_goes_over_the_page_is_joined() -> None:
    first, second = PAGE[:-24], PAGE[-24:]
    text = f"{HEAD}\n{TITLE}\n{first}\n1\n{HEAD}\n{second}\n{SECOND}\n2"
    assert clean(text).body == f"{PAGE}\n{SECOND}"


@pytest.mark.parametrize(
    "body",
    [
        f"1\n{PAGE}\n2\n{SECOND}",
        f"{PAGE}\n一等奖\n1\n一等奖\n2\n二等奖\n3\n{SECOND}",
        f"1\n春\n{PAGE}\n2\n夏\n{SECOND}",
    ],
)
def test_chapters_and_tables_stay(body: str) -> None:
    assert clean(f"{TITLE}\n{body}", title=TITLE).body == body


def test_a_number_below_its_only_page() -> None:
    assert clean(f"{TITLE}\n{PAGE}\n— 1 —").body == PAGE
