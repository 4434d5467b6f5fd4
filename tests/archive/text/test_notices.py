"""Notices that text is missing become numbers and gaps, and the marks themselves go."""

from __future__ import annotations

import pytest

from archive.model import Gap
from archive.text import clean

BEGINNING = "全矿上下要高度重视，精心组织，抓好落实。各单位要按照统一部署，把活动引向深入。实现全年目标提出"
END = "“两学”是手段，也是前提。各单位要结合实际，制定措施，把活动的出发点放在促进各项工作任务的完"
INLINE = "……(新秘網http://yunxi.invalid省略643字,正式會員可完整閱讀)……"


def test_the_paywalls_arithmetic() -> None:
    end = " ……(未完,全文共2842字,當前僅顯示1807字,請閱讀下面提示信息。收藏《關於開展活動的意見》"
    cleaned = clean(f"{BEGINNING}\n{INLINE} \n{END}{end}\n文章搜索\n相關文章\n另一篇文章的標題")
    assert cleaned.body == f"{BEGINNING}\n{END}"
    assert cleaned.gaps == (
        Gap(position=len(BEGINNING), kind="inline", omitted_chars=643),
        Gap(position=len(cleaned.body), kind="tail", omitted_chars=392),
    )
    truncation = cleaned.truncation
    assert (truncation.declared_chars, truncation.shown_chars, truncation.omitted_chars) == (2842, 1807, 1035)
    assert truncation.completeness == "truncated"
    assert cleaned.fields["claimed_url"] == "http://yunxi.invalid"
    assert cleaned.fields["site_name"] == "新秘網"


def test_a_notice_inside_a_paragraph_leaves_the_paragraph_whole() -> None:
    cleaned = clean(f"{BEGINNING}{INLINE}{END}。")
    assert cleaned.body == f"{BEGINNING}{END}。"
    assert cleaned.gaps == (Gap(position=len(BEGINNING), kind="inline", omitted_chars=643),)
    assert cleaned.truncation.omitted_chars == 643


@pytest.mark.parametrize(
    ("notice", "declared", "shown"),
    [
        ("(未完,全文共2119字,当前显示548字)(请认真阅读下面的提示信息)", 2119, 548),
        ("（未完，全文共２１１９字，当前仅显示５４８字）", 2119, 548),
        ("……试读结束,开通会员文档无限下载使用", None, None),
        ("还剩19页未读，继续阅读", None, None),
    ],
)
def test_notices_at_the_end(notice: str, declared: int | None, shown: int | None) -> None:
    cleaned = clean(f"{BEGINNING}。\n{END}{notice}")
    assert cleaned.body == f"{BEGINNING}。\n{END}"
    assert cleaned.gaps[-1].position == len(cleaned.body)
    assert (cleaned.truncation.declared_chars, cleaned.truncation.shown_chars) == (declared, shown)
    assert cleaned.truncation.completeness == "truncated"


@pytest.mark.parametrize(
    "notice",
    [
        "…………\n全文共2269字,仅供站内会员学习参考(会员可打开排版规范的全部文档)\n新来的客人请【点此注册】加入会员",
        "(共 2269 字)     [閱讀本文] >>\n開通會員,享受整站包年服務立即開通 >",
    ],
)
def test_where_no_shown_number_is_stated_it_is_counted(notice: str) -> None:
    cleaned = clean(f"{BEGINNING}。\n{END}{notice}")
    assert cleaned.body == f"{BEGINNING}。\n{END}"
    counted = len(BEGINNING) + len(END) + 1
    assert cleaned.truncation.shown_chars == counted
    assert cleaned.gaps[-1].omitted_chars == cleaned.truncation.omitted_chars == 2269 - counted


def test_a_mere_length_leaves_nothing_out() -> None:
    cleaned = clean(f"{BEGINNING}。\n{END}成。\n【文章共5568字,精选参考范文,仅供学习借鉴】")
    assert cleaned.truncation.declared_chars == 5568
    assert cleaned.truncation.completeness == "complete"
    assert cleaned.gaps == ()


@pytest.mark.parametrize("end", [" ...", "……………", " ……", "不断学习..."])
def test_a_text_that_ends_in_dots_is_flagged_and_keeps_them(end: str) -> None:
    cleaned = clean(f"{BEGINNING}。\n{END}{end}")
    assert cleaned.body.endswith(end.strip())
    assert "cut_end" in cleaned.flags
    assert cleaned.gaps == (Gap(position=len(cleaned.body), kind="tail", omitted_chars=None),)


STOPS = "会议要求，各单位要抓好落实，一是提高认识，各单位要加强领导，"


@pytest.mark.parametrize("end", ["", "强化措施 ……", "（下转第二版）"])
@pytest.mark.parametrize(
    ("notice", "omitted"),
    [
        ("\n预览结束，会员登录后下载完整版", None),
        ("\n（剩余1523字）", 1523),
        ("(未完,全文共2119字,当前仅显示1548字)", 571),
    ],
)
def test_a_text_whose_notice_tells_that_it_is_cut_does_not_break_off_without_one(
    end: str, notice: str, omitted: int | None
) -> None:
    text = f"{BEGINNING}新的突破。\n{STOPS}{end}"
    assert "cut_end" in clean(text).flags
    cleaned = clean(text + notice)
    assert [(gap.kind, gap.omitted_chars) for gap in cleaned.gaps] == [("tail", omitted)]
    assert "cut_end" not in cleaned.flags


def test_a_notice_inside_a_text_says_nothing_of_its_end() -> None:
    cleaned = clean(f"{BEGINNING}{INLINE}新的突破。\n{STOPS}")
    assert [gap.kind for gap in cleaned.gaps] == ["inline", "tail"]
    assert "cut_end" in cleaned.flags


@pytest.mark.parametrize(
    "text",
    [
        "全文共5000字，分三个部分，供大家学习。",
        "为节约篇幅，此处省略三百字。",
        "同志们，让我们想一想……",
        "报告全文共一万二千字，会员单位可向秘书处索取。",
    ],
)
def test_prose_about_lengths_is_no_notice(text: str) -> None:
    cleaned = clean(text)
    assert (cleaned.body, cleaned.gaps) == (text, ())


@pytest.mark.parametrize(
    ("below", "is_of_a_mill"),
    [
        ("(未完,全文共2119字,当前显示548字)", True),
        ("……试读结束,开通会员文档无限下载使用", True),
        ("【文章共5568字,精选参考范文,仅供学习借鉴】", True),
        ("还剩19页未读，继续阅读", False),
        ("全文共5000字，分三个部分，供大家学习。", False),
        ("", False),
    ],
)
def test_essay_mills_tell_on_themselves(below: str, is_of_a_mill: bool) -> None:
    assert ("essay_mill" in clean(f"{BEGINNING}。\n{END}成。\n{below}").flags) == is_of_a_mill
    assert "essay_mill" in clean(f"{BEGINNING}{INLINE}{END}。").flags


@pytest.mark.parametrize("mark", ["（下转第二版）", "（下转2版）", "（转下页）"])
def test_a_text_that_goes_on_elsewhere_is_cut(mark: str) -> None:
    text = f"云溪煤矿开展技术比武\n各单位要高度重视，精心组织，认真抓好落实，{mark}"
    cleaned = clean(text)
    assert f"{cleaned.title}\n{cleaned.body}" == text
    assert [(gap.kind, gap.omitted_chars) for gap in cleaned.gaps] == [("tail", None)]
    assert "cut_end" in cleaned.flags


def test_a_mark_of_the_next_page_inside_a_text_says_nothing() -> None:
    text = "云溪煤矿开展技术比武\n各单位要高度重视（下转第二版）\n精心组织，认真抓好落实。"
    assert clean(text).gaps == ()
