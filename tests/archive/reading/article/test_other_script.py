from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.article.other_script import Script, in_script, other_script


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("創先爭優", "创先争优"),
        ("著作", "著作"),
        ("瞭望塔", "瞭望塔"),
        ("乾隆", "乾隆"),
        ("乾淨", "干净"),
    ],
)
def test_words_decide(traditional: str, simplified: str) -> None:
    assert in_script(traditional, "Simplified") == simplified


def test_from_simplified_to_traditional() -> None:
    assert in_script("皇后站在后面的干净面馆", "Traditional") == "皇后站在後面的乾淨麪館"


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, exclude_categories=["Cs"])))
def test_every_code_point_keeps_its_place(text: str) -> None:
    scripts: tuple[Script, ...] = ("Simplified", "Traditional")
    for script in scripts:
        assert [len(line) for line in in_script(text, script).split("\n")] == [*map(len, text.split("\n"))]


def test_a_text_in_neither_script_has_no_other() -> None:
    assert (other_script("Simplified"), other_script(None)) == ("Traditional", None)
