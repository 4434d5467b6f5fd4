"""Figures over all recorded pages, which may rise but not fall."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.extract import extract
from archive.model import Extraction, FieldName

PAGES = Path(__file__).parent / "pages"
FEWEST_PAGES = 30
Result = tuple[Extraction, dict[str, Any]]


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return list(_read())


def _read() -> Iterator[Result]:
    for path in sorted(PAGES.glob("*.json")):
        expected = json.loads(path.read_text("utf-8")) | {"name": path.stem}
        source = path.with_suffix(".html").read_text("utf-8")
        yield extract(source.encode(expected["encoding"]), expected["url"]), expected


def test_text(results: list[Result], gram_f1: Callable[[str, str], float]) -> None:
    scores = [gram_f1(got.text, "\n".join(row[2] for row in right["blocks"])) for got, right in results]
    assert len(scores) >= FEWEST_PAGES
    assert sum(scores) / len(scores) >= 0.99
    assert min(scores) >= 0.9


FIELDS: tuple[FieldName, ...] = ("published_at", "author", "source", "editor", "views")


@pytest.mark.parametrize("field", FIELDS)
def test_fields(results: list[Result], field: FieldName) -> None:
    stated = [
        (got.fields.get(field), right["fields"][field]) for got, right in results if field in right["fields"]
    ]
    assert len(stated) >= 5
    assert [ours for ours, _ in stated] == [right for _, right in stated]


def test_no_field_is_invented(results: list[Result]) -> None:
    assert [
        set(got.fields) - set(right["fields"]) for got, right in results if got.fields != right["fields"]
    ] == []


def test_charset_and_title(results: list[Result]) -> None:
    assert all(got.replaced_chars == 0 for got, _ in results)
    assert [got.title for got, _ in results] == [right["title"] for _, right in results]


@pytest.mark.parametrize("charset", ["gb18030", "utf-8", "big5hkscs"])
def test_three_broken_bytes_leave_the_charset_known(results: list[Result], charset: str) -> None:
    known = 0
    pages = [right for _, right in results if right["encoding"].replace("gb2312", "gb18030") == charset]
    for right in pages:
        body = bytearray((PAGES / right["name"]).with_suffix(".html").read_text("utf-8").encode(charset))
        for share in (3, 5, 7):
            body[len(body) * share // 9] = 0xFF
        known += extract(bytes(body), right["url"]).charset == charset
    assert known >= 0.9 * len(pages)
