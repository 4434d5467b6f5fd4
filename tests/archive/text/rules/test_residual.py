"""What no rule restores is flagged; what only looks odd is not."""

from __future__ import annotations

import base64

import pytest

from archive.text import clean

TITLE = "云溪煤矿安全知识竞赛"
FIRST = (
    "近日，云溪煤矿举行安全知识竞赛，八支代表队同台比拼，三百余名职工观看了比赛，气氛十分热烈，取得圆满成功。"
)


@pytest.mark.parametrize(
    "left",
    [
        "各?位要加?领?，抓好?实，做?人人?与。",
        "ÖÐ¹ú\ufffdÃº¿ó°²È«",
        base64.b64encode((FIRST * 3).encode()).decode(),
        "\\section{加强领导}",
        ":PROPERTIES:\n:CUSTOM_ID: 加强领导\n:END:",
        "礦(kuang)領(ling)導(dao)強(qiang)調(diao)，隊(dui)員(yuan)們(men)要認(ren)真。",
    ],
)
def test_what_is_left_is_flagged(left: str) -> None:
    assert "residual" in clean(f"{TITLE}\n{FIRST}\n{left}").flags


@pytest.mark.parametrize(
    "sound",
    [
        "什么是三违?怎样预防?谁来负责?干不干?敢不敢?",
        "法国专家Gérard、德国专家Müller讲了话，à、é、è、ù注音。",
        "目录·······················3",
        "甲(a)乙(b)丙(c)丁(d)，时间(am)、(pm)，单位(kg)(mm)(cm)(t)。",
        "登录http://www.yunling.example/aqscy/2019/0612/index.html观看。",
    ],
)
def test_what_is_sound_is_not(sound: str) -> None:
    assert "residual" not in clean(f"{TITLE}\n{FIRST}\n{sound}").flags
