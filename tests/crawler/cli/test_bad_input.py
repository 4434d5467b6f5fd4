"""Wrong calls and wrong files: a sentence that says what, where and what to do; the documented exit code."""

from __future__ import annotations

import os
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crawler.cli import verbs
from tests.crawler.cli.written import TEXT, write


@pytest.mark.parametrize("verb", [("status",), ("check",), ("rebuild",), ("serve",), ("search", "党建")])
def test_missing_directory(campaign_archive: Any, tmp_path: Path, verb: tuple[str, ...]) -> None:
    said = campaign_archive("--data", tmp_path / "nowhere", *verb, code=2).stderr
    assert "nowhere" in said
    assert "--data" in said
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "verb",
    [("status",), ("rebuild",), ("serve",), ("import", "a.txt"), ("crawl", "sample_mine"), ("schedule",)],
)
def test_file_for_a_directory(campaign_archive: Any, tmp_path: Path, verb: tuple[str, ...]) -> None:
    file = write(tmp_path / "archive.db", b"")
    said = campaign_archive("--data", file, *verb, code=2).stderr
    assert f"{file} is a file" in said
    assert "--data" in said


@pytest.mark.parametrize(
    "verb",
    [("status",), ("check",), ("rebuild",), ("serve",), ("search", "党建"), ("crawl", "sample_mine")],
)
def test_name_that_is_too_long(campaign_archive: Any, tmp_path: Path, verb: tuple[str, ...]) -> None:
    said = campaign_archive("--data", tmp_path / ("x" * 300), *verb, code=5).stderr
    assert "x" * 300 in said
    assert "File name too long" in said


@pytest.mark.parametrize("name", ["missing.txt", "x" * 300])
def test_import_of_what_is_not_there(campaign_archive: Any, tmp_path: Path, name: str) -> None:
    there = write(tmp_path / "a.txt", TEXT)
    said = campaign_archive("--data", tmp_path / "new", "import", there, tmp_path / name, code=2).stderr
    assert f"Not there: {tmp_path / name}. Check the names" in said
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "call",
    [("remove", "{}", "--why", "x"), ("remove", "x", "--why", "{}"), ("export", "{}"), ("search", "{}")],
)
def test_words_of_another_encoding(campaign_archive: Any, tmp_path: Path, call: tuple[str, ...]) -> None:
    typed = os.fsdecode("本人要求".encode("gbk"))
    said = campaign_archive("--data", tmp_path, *(word.format(typed) for word in call), code=2).stderr
    assert "is no text in UTF-8. Set the terminal to UTF-8" in said


def test_clean_goes_on_after_what_is_not_there(campaign_archive: Any, tmp_path: Path) -> None:
    there, missing = write(tmp_path / "a.txt", TEXT), tmp_path / "missing.txt"
    done = campaign_archive("clean", missing, there, code=1)
    assert f"{missing} does not exist" in done.stderr
    assert str(there) in done.stdout


def test_import_of_an_archive_that_is_none(campaign_archive: Any, demo: Path, tmp_path: Path) -> None:
    write(tmp_path / "archive.db", b"")
    said = campaign_archive("--data", tmp_path / "new", "import", demo, tmp_path, code=2).stderr
    assert "(archive.db is empty). Name the data directory of another archive" in said
    assert not (tmp_path / "new").exists()


def test_nothing_failed_where_there_is_no_archive(campaign_archive: Any, tmp_path: Path) -> None:
    new = tmp_path / "new"
    said = campaign_archive("--data", new, "crawl", "sample_mine", "--retry-failed", code=2).stderr
    assert f"There is no archive in {new}" in said
    assert not new.exists()


def test_backup_of_nothing(campaign_archive: Any, tmp_path: Path) -> None:
    said = campaign_archive("--data", tmp_path / "nowhere", "backup", tmp_path / "copy", code=2).stderr
    assert "nowhere" in said


@pytest.mark.parametrize("verb", ["status", "check", "rebuild", "serve"])
def test_archive_of_a_newer_version(campaign_archive: Any, tmp_path: Path, verb: str) -> None:
    campaign_archive("import", "--data", tmp_path, write(tmp_path / "a.txt", TEXT))
    with closing(sqlite3.connect(tmp_path / "archive.db")) as db:
        db.execute("PRAGMA user_version = 999")
    assert "newer version" in campaign_archive(verb, "--data", tmp_path, code=2).stderr


@pytest.mark.parametrize("verb", ["status", "check", "rebuild", "serve"])
@pytest.mark.parametrize("version", [0, 1])
def test_database_of_another_program(campaign_archive: Any, tmp_path: Path, verb: str, version: int) -> None:
    with closing(sqlite3.connect(tmp_path / "archive.db")) as db:
        db.execute("CREATE TABLE bookmarks (id INTEGER)")
        db.execute(f"PRAGMA user_version = {version}")
    assert "no campaign archive" in campaign_archive(verb, "--data", tmp_path, code=2).stderr


def test_unknown_site_is_told_the_nearest_names(campaign_archive: Any, tmp_path: Path) -> None:
    said = campaign_archive("crawl", "sample_mien", "--data", tmp_path / "new", code=2).stderr
    assert "sample_mine" in said
    assert not (tmp_path / "new").exists()


def test_real_site_without_a_contact(campaign_archive: Any, tmp_path: Path) -> None:
    said = campaign_archive("crawl", "hbcoal", "--data", tmp_path, code=2).stderr
    assert 'contact = "' in said
    assert "campaign-archive.toml" in said


def test_unknown_verb_and_option(campaign_archive: Any) -> None:
    assert "No such command" in campaign_archive("crwal", code=2).stderr
    assert "No such option" in campaign_archive("status", "--jsno", code=2).stderr


@pytest.mark.parametrize(
    "call",
    [
        ("search", "党建", "--limit", "99999999999999999999"),
        ("crawl", "sample_mine", "--max-minutes", "nan"),
        ("crawl", "sample_mine", "--max-minutes", "inf"),
        ("import", "--site", "", "a.txt"),
        ("import", "--site", "../x", "a.txt"),
        ("import", "--site", "x" * 300, "a.txt"),
    ],
)
def test_argument_out_of_range(campaign_archive: Any, tmp_path: Path, call: tuple[str, ...]) -> None:
    said = campaign_archive("--data", tmp_path / "new", *call, code=2).stderr
    assert "Error" in said
    assert not (tmp_path / "new").exists()


def test_want_of_memory_is_the_machines_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**options: object) -> None:
        raise MemoryError

    monkeypatch.setattr(verbs.campaign_archive, "main", fail)
    assert verbs.exit_code() == 5
    assert "too little memory" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["abc", "99999", "-1"])
def test_sample_port_that_is_none(campaign_archive: Any, tmp_path: Path, port: str) -> None:
    done = campaign_archive("demo", "--no-serve", "--data", tmp_path, code=2, samples_port=port)
    assert "CAMPAIGN_SAMPLES_PORT" in done.stderr


def test_a_port_in_use_is_named_with_the_option(campaign_archive: Any, demo: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = campaign_archive("serve", "--data", demo, "--port", str(port), code=5).stderr
    assert str(port) in said
    assert "--port" in said


def test_host_that_is_another_machine(campaign_archive: Any, demo: Path) -> None:
    call = ("serve", "--public", "--data", demo, "--port", "0", "--host", "192.0.2.1")
    said = campaign_archive(*call, code=2).stderr
    assert "192.0.2.1 is no address of this machine" in said
    assert "--host" in said


def test_directory_that_may_not_be_written(campaign_archive: Any, tmp_path: Path) -> None:
    file = write(tmp_path / "a_file", b"")
    said = campaign_archive("import", "--data", file / "data", write(tmp_path / "a.txt", TEXT), code=5).stderr
    assert str(file) in said


def test_database_that_is_none(campaign_archive: Any, tmp_path: Path) -> None:
    write(tmp_path / "archive.db", b"no database at all, but long enough to be taken for one" * 50)
    said = campaign_archive("status", "--data", tmp_path, code=4).stderr
    assert "archive.db" in said


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("rebuild", "--index", "--catalogue"), "each make one thing only"),
        (("rebuild", "--index", "--leave-out-damage"), "--leave-out-damage"),
        (("clean", "--json", "--diff", "a.txt"), "each print something else"),
    ],
)
def test_calls_that_contradict_themselves(
    campaign_archive: Any, tmp_path: Path, call: tuple[str, ...], said: str
) -> None:
    assert said in campaign_archive("--data", tmp_path / "new", *call, code=2).stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("call", [("search", "-化工", "安全"), ("export", "--to", "a.csv", "-化工")])
def test_a_query_that_begins_with_what_is_not_wanted(campaign_archive: Any, call: tuple[str, ...]) -> None:
    said = campaign_archive(*call, code=2).stderr
    assert f"campaign-archive {call[0]} -- '-化工'" in said
    assert "('安全 -化工')" in said


def test_a_misspelt_option_is_no_query(campaign_archive: Any) -> None:
    assert "No such option" in campaign_archive("search", "--jsn", "安全", code=2).stderr
