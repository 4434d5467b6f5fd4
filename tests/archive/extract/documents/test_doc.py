from __future__ import annotations

from pathlib import Path

import pytest

from archive.extract import extract

URL = "http://www.qingshan.example/u/plan.doc"
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 600


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def _install(folder: Path, name: str, script: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def test_without_a_converter_it_is_recorded_as_unread(programs: Path) -> None:
    extraction = extract(DOC, URL)
    assert (extraction.kind, extraction.confidence) == ("unreadable", "low")
    assert extraction.warnings == ("unread_doc",)


def test_what_a_converter_prints_is_the_text(programs: Path) -> None:
    _install(programs, "catdoc", "printf '安全月活动方案\\n\\n　　一、指导思想\\n'")
    extraction = extract(DOC, URL)
    assert [block.text for block in extraction.blocks] == ["安全月活动方案", "　　一、指导思想"]
    assert (extraction.kind, extraction.charset) == ("article", None)


def test_a_converter_that_fails_leaves_the_file_to_the_next(programs: Path) -> None:
    _install(programs, "antiword", "exit 1")
    _install(programs, "soffice", 'printf 方案 > "$5/document.txt"')
    assert extract(DOC, URL).text == "方案"


RTF = rb"{\rtf1\ansi\ansicpg936\deff0 \'cd\'a8\'d6\'aa\par}"


def test_rtf_is_read_by_a_converter_and_never_as_its_codes(programs: Path) -> None:
    assert extract(RTF, URL, {"content-type": "text/plain"}).warnings == ("unread_doc",)
    _install(programs, "antiword", "exit 1")
    _install(programs, "catdoc", "printf 通知")
    assert extract(RTF, URL).text == "通知"
