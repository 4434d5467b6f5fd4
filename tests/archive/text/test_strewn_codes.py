"""Codes, markup, misread bytes, stray blanks and doubled paragraphs are undone; lookalikes stay."""

from __future__ import annotations

import pytest

from archive.text import clean

TITLE = "云溪煤矿举行安全知识竞赛"
FIRST = "近日，云溪煤矿举行安全知识竞赛，八支代表队同台比拼，三百余名职工观看了比赛。"
LAST = "会议要求，各单位要抓好落实，把各项措施落实到现场、落实到班组、落实到岗位。"
BODY = f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "code",
    [
        "&#x540c;&#x53f0;",
        "\\u540c\\u53f0",
        "%u540c%u53f0",
        "%E5%90%8C%E5%8F%B0",
        "<b>同台</b>",
        "同<!-- 广告 -->台",
        "同{dede:field.title/}台",
        "&#21516;&#21488;",
    ],
)
def test_codes_inside_a_sentence(code: str) -> None:
    assert clean(f"{TITLE}\n{FIRST.replace('同台', code)}\n{LAST}").body == BODY


@pytest.mark.parametrize(
    "quoted",
    [
        "&ldquo同台&rdquo",
        "& ldquo;同台& rdquo;",
        "u201c同台u201d",
        "\\u201c同台\\u201d",
        "&LDQUO;同台&RDQUO;",
    ],
)
def test_codes_of_marks(quoted: str) -> None:
    text = f"{TITLE}\n{FIRST.replace('同台', quoted)}\n{LAST}"
    assert clean(text).body == BODY.replace("同台", "“同台”")


@pytest.mark.parametrize("quoted", ['\\"同台\\"', "\\x22同台\\x22"])
def test_marks_of_a_string(quoted: str) -> None:
    text = f"{TITLE}\n{FIRST.replace('同台', quoted)}\n{LAST}"
    assert clean(text).body == BODY.replace("同台", '"同台"')


@pytest.mark.parametrize(
    "parted", ["\\\\n", "\\r\\n", "<br/>", "</p><p>", '</p>\n<p style="text-indent:2em">', "\\n"]
)
def test_codes_that_part_lines(parted: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}{parted}{LAST}").body == BODY


@pytest.mark.parametrize("line", ["document.write('');", "var _a = _a || [];", "[page]", "#p#分页标题#e#"])
def test_lines_of_code_go(line: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{line}\n{LAST}").body == BODY


@pytest.mark.parametrize("charset", ["gb18030", "latin-1"])
def test_a_misread_line_is_read_again(charset: str) -> None:
    line = "全矿上下要同心同德，抓好落实。安"
    misread = line.encode().decode(charset)
    assert clean(f"{TITLE}\n{FIRST}\n{misread}\n{LAST}", title=TITLE).body == f"{FIRST}\n{line}\n{LAST}"


@pytest.mark.parametrize("strewn", [" ， ", " ，", "，，"])
def test_marks_that_a_converter_strewed(strewn: str) -> None:
    assert clean(f"{TITLE}\n{BODY.replace('，', strewn)}").body == BODY


def test_full_stops_that_a_converter_doubled() -> None:
    body = f"{FIRST}\n会后部署。\n{LAST}"
    assert clean(f"{TITLE}\n{body.replace('。', '。。')}").body == body


def test_a_sentence_in_single_characters_is_closed_up() -> None:
    strewn = "各 单 位 要 加 强 领 导 ， 抓 好 各 项 落 实 。"
    assert (
        clean(f"{TITLE}\n{FIRST}\n{strewn}会后部署。").body == f"{FIRST}\n{strewn.replace(' ', '')}会后部署。"
    )


def test_a_paragraph_printed_twice_is_kept_once() -> None:
    twice = f"{FIRST.rstrip('。')}，赛后还举行了安全签名活动。"
    assert clean(f"{TITLE}\n{twice}\n{twice}\n{LAST}").body == f"{twice}\n{LAST}"
    assert clean(f"{TITLE}\n{twice}{twice}\n{LAST}").body == f"{twice}\n{LAST}"


def test_what_is_recited_twice_stays() -> None:
    chant = "我们把青春献给矿山，我们把汗水洒在巷道，我们把平安带回家中，我们把歌声留在井口，我们永远向前！"
    text = f"{TITLE}\n{FIRST}\n{chant}\n{chant}\n{LAST}"
    assert clean(text).body == text.removeprefix(f"{TITLE}\n")


def test_the_mark_of_a_page_inside_a_sentence() -> None:
    assert (
        clean(f"{TITLE}\n{FIRST.replace('三百', '⏎三百')}\n{LAST}".replace("⏎", "\n第 1 页 共 1 页\n")).body
        == BODY
    )


@pytest.mark.parametrize(
    "line",
    [
        "干 部 职 工 齐 上 阵 争 做 贡 献",
        "1、我国的安全生产方针是 、 、 。入井人员须携带   、佩戴   。",
        "资料在\\\\server\\new\\reports目录下；C<D时补课，<安全规程>人手一册。",
        "大家想一想。。。难道不是吗？？",
        "各单位要加强领导 ， 抓好落实。",
        "各单位要加强领导，，抓好落实。。会后部署。",
        "优盘型号为u201c，地址为?a=1&nbsp=2，AT&T公司。",
        "HTML中的<b>标记使文字变粗，“\\n”表示换行。",
        "6月的一天，刘某甲在租房内把药品交给周某，约0.1克，收下一百元，并留下字据一张。\n"
        "6月的一天，刘某甲在租房内把药品交给周某，约0.1克，收下一百元，并留下字据一张。",
        "显示或隐藏文档中的批注，以及对批注的回复。",
        "责任人：各区队队长；检查人：安监科。\n责任人：各区队队长；检查人：安监科。",
        "大家一齐往前走，大家一齐往前走，大家一齐往前走，大家一齐往前走，大家一齐往前走。\n"
        "大家一齐往前走，大家一齐往前走，大家一齐往前走，大家一齐往前走，大家一齐往前走。",
    ],
)
def test_lines_that_stay(line: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{line}\n{LAST}").body == f"{FIRST}\n{line}\n{LAST}"


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("某某煤矿", 1),
        ("王某某", 1),
        ("李*强", 1),
        ("○○煤矿", 1),
        ("[单位名称]", 1),
        ("（单位名称）", 1),
        ("x×煤矿", 1),
        ("＊＊煤矿", 1),
        ("某矿", 0),
        ("二○一五年", 0),
        ("□合格", 0),
        ("（ × ）", 0),
        ("【安全理念】", 0),
    ],
)
def test_hidden_names_are_counted(name: str, count: int) -> None:
    assert clean(f"{FIRST}\n{name}派队参加。{LAST}").fields.get("masked_count", 0) == count


def test_hidden_names_are_no_misread_bytes() -> None:
    assert "residual" not in clean(f"{TITLE}\n{FIRST}时任□□市□□□镇□□厂厂长。{LAST}").flags


@pytest.mark.parametrize("misread", ["屯屯屯屯", "锛屽�銆", "同台□□□比拼"])
def test_what_cannot_be_read_again_is_flagged(misread: str) -> None:
    assert "residual" in clean(f"{TITLE}\n{FIRST}{misread}{LAST}").flags
