"""Lines of official prose that look like furniture or damage stay, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model import Cleaned
from archive.text import clean
from archive.text.mirror.damage import to_traditional

LINES = [
    line
    for line in Path(__file__).with_name("lookalikes.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
TITLE = "关于开展安全竞赛活动的通知"
PROSE = "各单位要高度重视，精心组织，认真抓好落实。会后各区队要立即部署，务求实效。"
NOT_OF_DAMAGE = {"abridged", "short", "masked"}


def whole(cleaned: Cleaned) -> str:
    return cleaned.body if cleaned.title is None else f"{cleaned.title}\n{cleaned.body}"


def test_the_set_is_large() -> None:
    assert len(set(LINES)) == len(LINES) > 300


@pytest.mark.parametrize(
    "frame",
    ["{}", f"{{}}\n{PROSE}", f"{TITLE}\n{{}}\n{PROSE}", f"{PROSE}\n{{}}\n{PROSE}", f"{TITLE}\n{PROSE}\n{{}}"],
    ids=["alone", "first", "under the title", "inside", "last"],
)
def test_each_line_stays(frame: str) -> None:
    for line in LINES:
        for page in (frame.format(line), to_traditional(frame.format(line))):
            cleaned = clean(page)
            assert whole(cleaned) == page
            assert set(cleaned.flags) <= NOT_OF_DAMAGE


@settings(settings.get_profile("lines"))
@given(st.lists(st.sampled_from([*LINES, PROSE]), unique=True, max_size=12), st.booleans())
def test_lines_stay_beside_each_other(lines: list[str], is_titled: bool) -> None:
    page = "\n".join([TITLE, *lines, PROSE] if is_titled else [PROSE, *lines])
    assert whole(clean(page)) == page


def test_verse_may_repeat_its_first_line() -> None:
    verse = "雪落在山上\n雪落在山上\n落在煤海\n一盏灯一颗星"
    assert whole(clean(verse)) == verse


@pytest.mark.parametrize(
    "text", ["ＭＭＸ处理器", "男子４×１００米接力", "手提Ｘ光机", "ＤＡＸ３０种股票指数"]
)
def test_wide_letters_are_no_masks(text: str) -> None:
    assert "masked" not in clean(text).flags
