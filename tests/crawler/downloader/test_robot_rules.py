from __future__ import annotations

import pytest

from crawler.downloader.robot_rules import RobotRules

ROBOT = "campaign-archive"
SAFETY = "http://mine.example/安全/1.htm"
SAFETY_IN_GBK = "http://mine.example/%B0%B2%C8%AB/1.htm"
PARTY_IN_GBK = "http://mine.example/%B5%B3%BD%A8/1.htm"


def allows(text: bytes | str, url: str = "http://mine.example/inner/1.htm") -> bool:
    rules = RobotRules(text.encode() if isinstance(text, str) else text, ROBOT)
    return rules.allowed(url, ROBOT)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rules_are_read_however_they_are_written(encoding: str, end: str) -> None:
    lines = ("# 本站规则", "User-agent: *", "Disallow: /inner/ # 内部")
    text = end.join(lines).encode(encoding)
    assert not allows(text)
    assert allows(text, "http://mine.example/open/1.htm")


def test_utf_16_with_the_other_order_of_bytes() -> None:
    assert not allows("\ufeffUser-agent: *\nDisallow: /inner/\n".encode("utf-16-be"))


@pytest.mark.parametrize("written", ["/安全/", "/%E5%AE%89%E5%85%A8/", "/%e5%ae%89%e5%85%a8/"])
def test_a_folder_in_chinese_is_the_same_in_every_spelling(written: str) -> None:
    rules = f"User-agent: *\nDisallow: {written}\n"
    for url in (SAFETY, "http://mine.example/%E5%AE%89%E5%85%A8/1.htm"):
        assert not allows(rules, url)
    assert allows(rules, SAFETY_IN_GBK)


@pytest.mark.parametrize("written", ["/安全/".encode("gbk"), b"/%b0%b2%c8%ab/"])
def test_octets_in_gbk_are_compared_as_they_are(written: bytes) -> None:
    rules = b"User-agent: *\nDisallow: " + written + b"\n"
    assert not allows(rules, SAFETY_IN_GBK)
    # As long, and no UTF-8 either.
    assert allows(rules, PARTY_IN_GBK)
    # Without these octets the rule would be `/`.
    assert allows(rules, "http://mine.example/")


@pytest.mark.parametrize(
    "ours", ["campaign-archive", "Campaign-Archive", "campaign-archive/0.9 (you@a.example)"]
)
def test_a_group_that_names_us_is_ours_with_any_version(ours: str) -> None:
    rules = f"User-agent: {ours}\nDisallow: /inner/\n\nUser-agent: *\nDisallow: /open/\n"
    assert not allows(rules)
    assert allows(rules, "http://mine.example/open/1.htm")


@pytest.mark.parametrize(
    "other", ["campaign", "c", "campaign*", "archive", "campaign-archiver", "campaign/1.0"]
)
def test_a_group_that_names_a_part_of_our_name_is_another_robots(other: str) -> None:
    rules = f"User-agent: {other}\nDisallow: /\n\nUser-agent: *\nDisallow: /open/\n"
    assert allows(rules)
    assert not allows(rules, "http://mine.example/open/1.htm")


def test_several_robots_may_share_a_group() -> None:
    assert not allows("User-agent: spider\nUser-agent: campaign-archive\nDisallow: /inner/\n")
    assert allows("User-agent: spider\nUser-agent: crawler\nDisallow: /\n")


@pytest.mark.parametrize("line", ["User-agent *", "useragent: *", "User agent: *", "  USER-AGENT :  *  "])
def test_the_line_of_robots_is_read_generously(line: str) -> None:
    assert not allows(f"{line}\nDisallow: /inner/\n")


def test_what_is_no_robots_txt_forbids_nothing() -> None:
    assert allows("<!DOCTYPE html><title>没有找到</title>")
    assert allows(bytes(range(256)) * 9)
    assert allows("")


def test_the_delay_is_that_of_our_group() -> None:
    text = b"User-agent: campaign-archive/1.0\nCrawl-delay: 7.5\n\nUser-agent: *\nCrawl-delay: 1\n"
    assert RobotRules(text, ROBOT).crawl_delay(ROBOT) == 7.5


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("10 s", 10.0), ("10s", 10.0), ("0,7", 0.7), ("2.5 sec.", 2.5), ("10秒", 10.0), ("7 # slow", 7.0)],
)
def test_a_delay_is_read_with_a_comma_or_a_unit(written: str, seconds: float) -> None:
    text = f"User-agent: *\nCrawl-delay: {written}\n".encode()
    assert RobotRules(text, ROBOT).crawl_delay(ROBOT) == seconds


@pytest.mark.parametrize("written", ["-1", "slow", "inf"])
def test_a_delay_without_a_number_is_none(written: str) -> None:
    text = f"User-agent: *\nCrawl-delay: {written}\n".encode()
    assert RobotRules(text, ROBOT).crawl_delay(ROBOT) is None
