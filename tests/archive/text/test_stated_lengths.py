"""What a site says of lengths: pages of a preview, and characters that have to add up."""

from __future__ import annotations

import pytest

from archive.text import clean

TITLE = "云溪煤矿安全生产月活动总结"
SENTENCE = "各区队要认真组织，抓好落实，把措施落到现场。"
BODY = f"{SENTENCE * 4}\n{SENTENCE * 4}"
COUNTED = len(TITLE) + len(SENTENCE) * 8


@pytest.mark.parametrize(
    ("notice", "fields"),
    [
        ("共12页，当前第3页", (12, 3, 9)),
        ("共12頁，當前第3頁", (12, 3, 9)),
        ("第3页 / 共12页", (12, 3, 9)),
        ("亲，该文档总共12页，当前预览3页", (12, 3, 9)),
        ("共12页，当前第3页\n剩余9页未读", (12, 3, 9)),
        ("页数：12 格式：DOC 大小：25KB\n还剩9页未读，继续阅读", (12, 3, 9)),
        ("还剩9页未读", (None, None, 9)),
        ("亲，还剩9页未读，继续阅读请下载客户端\n下载积分：300", (None, None, 9)),
        ("还剩9页未读\n2 下载券  316人已下载", (None, None, 9)),
        ("剩余9页未读，共12页", (12, 3, 9)),
        ("已阅读3页，还剩9页未读 继续免费阅读", (12, 3, 9)),
    ],
)
def test_pages_of_a_preview(notice: str, fields: tuple[int | None, int, int]) -> None:
    cleaned = clean(f"{TITLE}\n{BODY}\n{notice}")
    assert cleaned.body == BODY
    stated = (cleaned.fields.get("declared_pages"), cleaned.fields.get("shown_pages"))
    assert (*stated, cleaned.fields["omitted_pages"]) == fields
    assert cleaned.truncation.completeness == "truncated"
    assert [(gap.position, gap.kind) for gap in cleaned.gaps] == [(len(BODY), "tail")]


def test_a_file_shown_to_its_last_page_is_complete() -> None:
    first, last = BODY.split("\n")
    cleaned = clean(f"{TITLE}\n{first}\n第1页 / 共2页\n{last}\n第2页 / 共2页")
    assert cleaned.body == BODY
    assert (cleaned.fields["shown_pages"], cleaned.fields["omitted_pages"]) == (2, 0)
    assert (cleaned.truncation.completeness, cleaned.gaps) == ("complete", ())


def test_a_preview_of_all_pages_is_complete() -> None:
    cleaned = clean(f"{TITLE}\n{BODY}\n亲，该文档总共2页，全部预览完了，喜欢就下载吧！")
    assert (cleaned.body, cleaned.gaps) == (BODY, ())
    assert (cleaned.fields["declared_pages"], cleaned.fields["shown_pages"]) == (2, 2)
    assert cleaned.truncation.completeness == "complete"


@pytest.mark.parametrize("line", ["（本文共计865个字）", "全文共865字", "总字数：865个字"])
def test_a_length_alone_is_declared(line: str) -> None:
    cleaned = clean(f"{TITLE}\n{BODY}\n{line}")
    assert (cleaned.body, cleaned.truncation.declared_chars) == (BODY, 865)


@pytest.mark.parametrize("line", ["还剩3页没有看完，明天接着学。", "报告共12页，第3页有改动。", "附表共3页"])
def test_prose_about_pages_states_nothing(line: str) -> None:
    cleaned = clean(f"{TITLE}\n{BODY}\n{line}")
    assert cleaned.body == f"{BODY}\n{line}"
    assert not [name for name in cleaned.fields if name.endswith("_pages")]


@pytest.mark.parametrize(
    ("notice", "unaccounted", "adds_up"),
    [
        (f"(未完,全文共900字,当前仅显示{COUNTED + 5}字,请阅读下面提示信息)", 5, True),
        (f"(未完,全文共900字,当前仅显示{COUNTED * 2}字,请阅读下面提示信息)", COUNTED, False),
        (
            f"(未完,全文共900字,当前仅显示{COUNTED // 2}字,请阅读下面提示信息)",
            -(COUNTED - COUNTED // 2),
            False,
        ),
        (f"【文章共{COUNTED - 3}字,精选参考范文】", -3, True),
        ("【文章共5568字,精选参考范文】", 5568 - COUNTED, False),
        ("全文共900字,仅供站内会员学习参考", None, True),
        ("", None, True),
    ],
)
def test_the_paywalls_numbers_are_checked(notice: str, unaccounted: int | None, adds_up: bool) -> None:
    cleaned = clean(f"{TITLE}\n{BODY}\n{notice}".strip())
    assert cleaned.body == BODY
    assert cleaned.truncation.unaccounted_chars == unaccounted
    assert ("unaccounted" not in cleaned.flags) == adds_up


def test_gaps_that_exceed_the_whole_do_not_add_up() -> None:
    inline = "……(云溪文秘网http://yunxi.invalid省略800字,正式会员可完整阅读)……"
    end = f"(未完,全文共900字,当前仅显示{COUNTED}字,请阅读下面提示信息)"
    first, last = BODY.split("\n")
    cleaned = clean(f"{TITLE}\n{first}\n{inline}\n{last}{end}")
    assert cleaned.truncation.unaccounted_chars == 900 - 800 - COUNTED
    assert "unaccounted" in cleaned.flags


def test_numbers_that_agree_leave_the_rest_to_the_end() -> None:
    end = f"(未完,全文共{COUNTED + 70}字,当前仅显示{COUNTED}字,请阅读下面提示信息)"
    cleaned = clean(f"{TITLE}\n{BODY}{end}")
    assert (cleaned.gaps[0].omitted_chars, cleaned.truncation.unaccounted_chars) == (70, 0)
