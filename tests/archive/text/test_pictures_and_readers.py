"""Pictures and readers: who took what, what stands under it, and what readers were asked for."""

from __future__ import annotations

from typing import Any

import pytest

from archive.article import compose
from archive.captions import is_caption, photographer_of
from archive.model import Block, Extraction
from archive.text import clean, restore
from archive.text.mirror.damage import to_traditional
from tests.archive.text.news import BODY, TITLE


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("图为矿领导在井口为职工送清凉。（李明 摄）", "李明"),
        ("(李明、张强 摄)", "李明 张强"),
        ("（童军/摄）", "童军"),
        ("（李明摄）", "李明"),
        ("（本报记者 李明 摄影报道）", "李明"),
        ("李明 摄", "李明"),
        ("图为启动仪式现场。李明/摄", "李明"),
        ("（文/张强 图/李明）", "李明"),
        ("（张强/文 李明/摄）", "李明"),
        ("摄影：李明", "李明"),
        ("(圖為啟動儀式。李明 攝)", "李明"),
    ],
)
def test_photographers(line: str, names: str) -> None:
    cleaned = clean(f"{TITLE}\n{BODY}\n{line}")
    assert cleaned.body == f"{BODY}\n{line}"
    assert cleaned.fields["photographer"] == names


@pytest.mark.parametrize(
    "line",
    [
        "活动包括征文、书法、摄影。",
        "（含书法、摄影）",
        "（书法 摄影）",
        "作品分两类（书画、摄影）",
        "（资料图片 摄）",
        "拍摄",
        "会后组织了拍摄",
    ],
)
def test_photography_is_no_photographer(line: str) -> None:
    assert photographer_of(line) is None
    assert "photographer" not in clean(f"{TITLE}\n{BODY}\n{line}").fields


def test_who_only_took_the_picture_did_not_write_the_text() -> None:
    assert "author" not in clean(f"{TITLE}\n{BODY}（李明 摄）").fields
    both = clean(f"{TITLE}\n{BODY}（记者 李明 摄影报道）").fields
    assert (both["author"], both["photographer"]) == ("李明", "李明")


@pytest.mark.parametrize(
    "line",
    [
        "图为启动仪式现场。",
        "上图：启动仪式现场",
        "图片说明：领导讲话",
        "云溪煤矿 供图",
        "图1：现场",
        "（李明 摄）",
        "李明/摄",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line)
    assert is_caption(to_traditional(line))


@pytest.mark.parametrize(
    "line", ["为图省事，", "图纸会审由技术科负责。", "供图单位要负责", "摄影、书法、美术作品各限三幅。", BODY]
)
def test_what_speaks_of_pictures_is_no_caption(line: str) -> None:
    assert not is_caption(line)


def test_an_article_keeps_its_captions_as_a_field_and_in_the_text() -> None:
    lines = [*BODY.split("\n"), "图为启动仪式现场。（李明 摄）"]
    blocks = [*(Block(kind="paragraph", text=line) for line in lines), Block(kind="caption", text="会场一角")]
    made = compose(
        [Extraction(url="http://yunxi.invalid/1", kind="article", title=TITLE, blocks=tuple(blocks))]
    )
    assert made.fields["captions"] == "图为启动仪式现场。（李明 摄）\n会场一角"
    assert made.origins["captions"] == "text"
    assert made.cleaned.body == "\n".join([*lines, "会场一角"])


def test_a_text_without_pictures_has_no_captions() -> None:
    blocks = tuple(Block(kind="paragraph", text=line) for line in BODY.split("\n"))
    made = compose([Extraction(url="http://yunxi.invalid/1", kind="article", title=TITLE, blocks=blocks)])
    assert not {"captions", "photographer", "comments"} & made.fields.keys()


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ("网友评论 共3条\n云中客：写得好\n山里人：向工友致敬", {"comments": 3}),
        ("網友評論(12)", {"comments": 12}),
        ("已有25人参与评论", {"comments": 25}),
        ("评论列表（共有 0 条评论）", {"comments": 0}),
        ("发表评论\n用户名：\n验证码：看不清？换一张\n提交评论", {}),
        ("昵称：\n评论内容：", {}),
        ("登录后才可以发表评论", {}),
        ("文明上网，理性发言", {}),
        ("受理本司相关的咨询、投诉", {}),
    ],
)
def test_comments_and_forms_go_and_are_counted(lines: str, fields: dict[str, Any]) -> None:
    page = f"{TITLE}\n{BODY}\n{lines}"
    cleaned = clean(page)
    assert cleaned.body == BODY
    assert restore(cleaned) == page
    assert {edit.rule for edit in cleaned.edits} >= {"reader_forms"}
    assert {name: cleaned.fields[name] for name in cleaned.fields if name == "comments"} == fields


@pytest.mark.parametrize(
    "line",
    [
        "评论员文章：把安全抓在日常",
        "文明上网，从我做起",
        "网友评论说，这项活动办到了心坎上",
        "网友评论\n云溪煤矿\n2011年1月8日",
        "留言板设在井口，职工可随时留言",
    ],
)
def test_what_speaks_of_comments_stays(line: str) -> None:
    assert clean(f"{TITLE}\n{BODY}\n{line}").body == f"{BODY}\n{line}"
