"""Damage by templates, converters and thieves: undone or taken away, and never seen where there is none."""

from __future__ import annotations

import pytest

from archive.text import clean
from archive.text.mirror.damage import to_traditional

TITLE = "云溪煤矿安全生产月活动启动"
FIRST = "近日，云溪煤矿举行安全生产月活动启动仪式，矿领导小组成员和职工代表参加，会后开展了签名活动。"
LAST = "矿长要求各单位抓好落实。全矿上下迅速行动，把各项措施落实到现场、落实到班组、落实到岗位。"
BODY = f"{FIRST}\n{LAST}"
ENGLISH = (
    "Recently, the coal mine of Yunxi held the opening of the month of safety, and the "
    "leaders of the mine and the workers of all the units took part in it. The "
    "head of the mine asked that the measures are carried out."
)


def body_of(*lines: str) -> str:
    return clean("\n".join([TITLE, *lines]), title=TITLE).body


@pytest.mark.parametrize("traditional", [False, True], ids=["simplified", "traditional"])
@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("@page { size: 595pt 841pt } p { margin-bottom: 0.21cm; color: #000 }", "leaked_code"),
        ("[标签:标题]", "leaked_code"),
        ("<#webadvjs#>", "leaked_code"),
        ("DSC04940", "image_names"),
        ("活动现场1.jpg", "image_names"),
        ("第3页 / 共43页", "document_sharing"),
        ("动员讲话.doc_第2页", "document_sharing"),
        (
            "上传人：云溪 文档编号：1234 上传时间：2012-03-01 格式：DOC 页数：11 大小：25KB",
            "document_sharing",
        ),
        ("论文部分内容阅读", "document_sharing"),
        ("s6^#~IU x<", "copy_guard"),
    ],
)
def test_lines_that_go(line: str, rule: str, traditional: bool) -> None:
    page = f"{TITLE}\n{FIRST}\n{line}\n{LAST}"
    cleaned = clean(to_traditional(page) if traditional else page)
    assert cleaned.body == (to_traditional(BODY) if traditional else BODY)
    assert rule in {edit.rule for edit in cleaned.edits}


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("开展?#8220;查隐患?#8221;活动。", "开展“查隐患”活动。"),
        ("开展&ldquo;查隐患&rdquo;活动&nbsp;。", "开展“查隐患”活动 。"),
        ("一是抓学习。x0dx0a二是抓落实。", "一是抓学习。\n二是抓落实。"),
        ("抓好落实。s6^#~IU x<各单位要行动。", "抓好落实。各单位要行动。"),
        ("成立领导小 组，由矿长任组长。", "成立领导小组，由矿长任组长。"),
        ("开展”强素质“活动，落实”三个到位“要求。", "开展“强素质”活动，落实“三个到位”要求。"),
        (
            "各单位要充分认识活动的重要意义，切实 1\n加强领导，把各项工作落到实处，各单位要认识 2\n意义。",
            "各单位要充分认识活动的重要意义，切实加强领导，把各项工作落到实处，各单位要认识意义。",
        ),
        ("| 项目 | 分值 |\n| 基础工作 | 40 |\n会后落实。", "项目\t分值\n基础工作\t40\n会后落实。"),
    ],
)
def test_repairs(damaged: str, repaired: str) -> None:
    assert body_of(FIRST, damaged, LAST) == f"{FIRST}\n{repaired}\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "考核得分＝基础分×40%＋加分；设有[标签]一栏的，按{甲、乙、丙}三类填写。",
        "图片由各单位报送，命名为“单位+姓名.jpg”的格式。",
        "参加人员：王伟 李明 赵强。另有 代表十名。",
        "他说：“要抓落实。”接着又说：“要见成效。”",
        "继续努力。”会议强调：“要",
        "本月产量 1\n下月计划 2",
        "详见第3页。共43页的材料已下发。",
        "严禁参与博彩，不得进入棋牌室、娱乐城，违者通报。",
        "网站地址为 http://yunxi.invalid/a?b=1&c=2#d ，请各单位收藏。",
        "活动分三步走（A&B两组同时进行），C＜D的单位补课。",
        "运动会上，党员干部带头；成长计划按期完成。",
        "实现安全生产100000日元的投入产出比，连续365日无事故。",
        "Safety first 是今年的口号。",
    ],
)
def test_lines_that_stay(line: str) -> None:
    cleaned = clean(f"{TITLE}\n{FIRST}\n{line}\n{LAST}", title=TITLE)
    assert cleaned.body == f"{FIRST}\n{line}\n{LAST}"
    assert not {"hijacked", "spun", "glued_date", "machine_translated"} & set(cleaned.flags)


def test_machine_english_under_the_text_goes() -> None:
    cleaned = clean(f"{TITLE}\n{BODY}\n{BODY}\n{ENGLISH}")
    assert ENGLISH not in cleaned.body
    assert "machine_translated" in cleaned.flags


def test_references_under_a_paper_stay() -> None:
    references = f"[1] {ENGLISH}"
    assert clean(f"{TITLE}\n{BODY}\n{BODY}\n{references}").body.endswith(references)


def test_betting_words_before_the_title_go() -> None:
    cleaned = clean(f"凯发体育k8_凯发官网入口_{TITLE}\n{BODY}")
    assert (cleaned.title, cleaned.body) == (TITLE, BODY)
    assert "hijacked" in cleaned.flags


def test_betting_words_in_the_text_are_flagged_and_stay() -> None:
    body = f"{FIRST}\n一车车乌黑发亮的k1体育炭运出矿区。职工干劲十足。"
    cleaned = clean(f"{TITLE}\n{body}")
    assert cleaned.body == body
    assert "hijacked" in cleaned.flags


def test_a_text_printed_twice_is_kept_once() -> None:
    body = f"{BODY}\n会后，矿工会组织了安全知识问答，三十名职工获奖。"
    assert clean(f"{TITLE}\n{body}\n{TITLE}\n{body}").body == body


def test_a_refrain_stays() -> None:
    body = f"{FIRST}\n{LAST}\n{FIRST}\n会后合影。"
    assert clean(f"{TITLE}\n{body}").body == body


def test_a_byline_in_pipes_is_read() -> None:
    cleaned = clean(f"{TITLE}\n| 云溪资讯网 | 2011-9-18 15:14:07 头条 |\n{BODY}", title=TITLE)
    assert cleaned.body == BODY
    assert cleaned.fields["published_at"] == "2011-09-18T15:14:07"


@pytest.mark.parametrize(
    "line", ["截至2011923日，隐患全部整改。", "自941519日投产以来。", "2011年923日召开。"]
)
def test_glued_dates_are_flagged(line: str) -> None:
    cleaned = clean(f"{TITLE}\n{FIRST}{line}\n{LAST}")
    assert "glued_date" in cleaned.flags
    assert line in cleaned.body


def test_spun_words_are_flagged_and_stay() -> None:
    line = "为当真落实上级要求，带领班子研究了主题运动方案，各事情面抓好宁静出产。"
    cleaned = clean(f"{TITLE}\n{FIRST}{line}\n{LAST}")
    assert "spun" in cleaned.flags
    assert line in cleaned.body


@pytest.mark.parametrize(
    "piece", ["素质”活动，开展“保安全”活动，实现“双零", "安全”活动。\n开展“双零”活动。\n落实“三个"]
)
def test_a_piece_that_begins_inside_a_quotation_keeps_its_marks(piece: str) -> None:
    assert clean(piece).body.count("“") == piece.count("“")
    assert "reversed_quotes" not in {edit.rule for edit in clean(piece).edits}
