"""Texts that were read as another charset are read again; foreign words stay."""

from __future__ import annotations

import pytest

from archive.text import clean
from archive.text.mirror.damage import to_traditional

TITLE = "云溪煤矿举行“安全生产月”启动仪式"
BODY = (
    "近日，云溪煤矿举行安全生产月启动仪式，350名职工参加，签名率98.5%。\n"
    "（一）抓培训。各区队要在6月15日前排出计划，做到一人一档、一岗一策。\n"
    "矿长祁鹤鸣要求：“各单位要抓好落实，不走过场。”"
)
TEXT = f"{TITLE}\n{BODY}"


@pytest.mark.parametrize("misread", ["latin-1", "cp1252"])
@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_a_whole_text_is_read_again(charset: str, misread: str) -> None:
    text = TEXT.encode(charset).decode("latin-1")
    shown = text if misread == "latin-1" else "".join(map(_as_browsers_show, text))
    cleaned = clean(shown)
    assert (cleaned.title, cleaned.body, cleaned.flags) == (TITLE, BODY, ("short",))


def _as_browsers_show(character: str) -> str:
    try:
        return character.encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return character


def test_big5_is_read_again() -> None:
    text = to_traditional(TEXT)
    cleaned = clean(text.encode("big5hkscs").decode("latin-1"))
    assert f"{cleaned.title}\n{cleaned.body}" == text


def test_a_text_misread_twice() -> None:
    twice = TEXT.encode().decode("latin-1").encode().decode("latin-1")
    assert clean(twice).body == BODY


def test_a_byte_that_a_reader_took_for_a_line_break() -> None:
    misread = "安全第一，落实到班组、落实到岗位。".encode().decode("latin-1").replace("\x85", "\n")
    assert "\n" in misread
    assert clean(f"{TITLE}\n{misread}", title=TITLE).body == "安全第一，落实到班组、落实到岗位。"


@pytest.mark.parametrize("mark", ["“", "”", "—", "…"])
def test_single_marks_are_read_again(mark: str) -> None:
    misread = mark.encode().decode("latin-1")
    assert clean(f"{TITLE}\n各单位要抓好{misread}落实。").body == f"各单位要抓好{mark}落实。"


@pytest.mark.parametrize(
    "line",
    [
        "专家Müller先生和Gérard先生讲了话。",
        "Sécurité d’abord — Sicherheit über alles! Où êtes-vous?",
        "£100、°C、±0.5、§3、·、×、÷",
    ],
)
def test_foreign_words_and_signs_stay(line: str) -> None:
    assert clean(f"{TEXT}\n{line}").body == f"{BODY}\n{line}"
