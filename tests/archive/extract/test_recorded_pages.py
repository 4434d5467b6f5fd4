"""Whole pages, invented text in real layouts: NAME.html beside what it must become, NAME.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archive.extract import extract
from archive.model import Extraction

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.json"))


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest) -> tuple[Extraction, dict[str, Any]]:
    expected = json.loads((PAGES / f"{request.param}.json").read_text("utf-8"))
    source = (PAGES / f"{request.param}.html").read_text("utf-8")
    return extract(source.encode(expected["encoding"]), expected["url"]), expected


def test_blocks_in_order_and_nothing_else(case: tuple[Extraction, dict[str, Any]]) -> None:
    extraction, expected = case
    assert [[block.kind, block.level, block.text] for block in extraction.blocks] == expected["blocks"]


def test_title_byline_and_fields(case: tuple[Extraction, dict[str, Any]]) -> None:
    extraction, expected = case
    assert extraction.title == expected["title"]
    assert extraction.byline == expected["byline"]
    assert dict(extraction.fields) == expected["fields"]


def test_links(case: tuple[Extraction, dict[str, Any]]) -> None:
    extraction, expected = case
    assert [[file.url, file.name] for file in extraction.files] == expected["files"]
    assert extraction.next_part == expected.get("next_part")


def test_is_a_sure_article_in_the_right_charset(case: tuple[Extraction, dict[str, Any]]) -> None:
    extraction, expected = case
    codecs = {"gb2312": "gb18030", "utf-16": "utf-16-le"}
    assert (extraction.kind, extraction.confidence) == ("article", "high")
    assert (extraction.charset, extraction.replaced_chars) == (
        codecs.get(expected["encoding"], expected["encoding"]),
        0,
    )
    assert extraction.warnings == ()
