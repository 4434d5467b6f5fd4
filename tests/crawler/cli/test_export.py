from __future__ import annotations

import csv
import errno
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from archive.errors import MachineError
from archive.reading.export import FORMATS
from crawler.cli import export, serve


def test_a_list_of_results_as_a_file(campaign_archive: Any, demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "safety.csv"
    campaign_archive("--data", demo, "export", "--to", file, "安全生产")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows and {row["query"] for row in rows} == {"安全生产"}
    assert {row["address"] for row in rows} == {"campaign-archive export '安全生产'"}
    assert not (tmp_path / "safety.csv.part").exists()


def test_of_a_file_that_could_not_be_finished_nothing_stays(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_the_disk(_: object) -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setitem(FORMATS, "csv", SimpleNamespace(write=fill_the_disk))
    call = ["--data", str(demo), "--to", str(tmp_path / "safety.csv"), "安全生产"]
    assert isinstance(CliRunner().invoke(export.command, call).exception, MachineError)
    assert [*tmp_path.iterdir()] == []


def test_the_whole_archive_without_a_query(campaign_archive: Any, demo: Path, tmp_path: Path) -> None:
    done = campaign_archive("--data", demo, "export", "--to", tmp_path / "all.gb7714.txt")
    assert done.stdout.split()[0] == str((tmp_path / "all.gb7714.txt").read_text("utf-8").count("[EB/OL]"))


def test_an_unknown_ending_is_refused(campaign_archive: Any, demo: Path, tmp_path: Path) -> None:
    done = campaign_archive("--data", demo, "export", "--to", tmp_path / "all.xls", code=2)
    assert "Use one of: csv, json" in done.stderr


@pytest.mark.parametrize(
    ("option", "name"),
    [
        ("--wacz", "archive.db"),
        ("--wacz", "warc/all.wacz"),
        ("--to", "corrections.csv"),
        ("--to", "removals.jsonl"),
        ("--frozen", "warc/copy"),
        ("--frozen", "locks"),
    ],
)
def test_no_file_of_the_archive_is_written_over(
    campaign_archive: Any, demo: Path, tmp_path: Path, option: str, name: str
) -> None:
    (tmp_path / "link").symlink_to(demo)
    done = campaign_archive("--data", demo, "export", option, tmp_path / "link" / name, code=2)
    assert f"{tmp_path / 'link' / name} is where the archive in {demo} keeps its own files" in done.stderr
    campaign_archive("--data", demo, "check")


def test_a_list_of_results_may_stand_beside_the_archive(
    campaign_archive: Any, demo: Path, tmp_path: Path
) -> None:
    shutil.copytree(demo, tmp_path / "data")
    campaign_archive("--data", tmp_path / "data", "export", "--to", tmp_path / "data" / "safety.csv", "安全")


def test_a_file_or_a_directory_must_be_named(campaign_archive: Any, demo: Path) -> None:
    assert "--frozen" in campaign_archive("--data", demo, "export", code=2).stderr


def test_a_frozen_copy_can_be_served(campaign_archive: Any, demo: Path, tmp_path: Path) -> None:
    done = campaign_archive("--data", demo, "export", "--frozen", tmp_path / "frozen")
    assert "serve --public" in done.stdout
    campaign_archive("--data", tmp_path / "frozen", "search", "安全生产")


def test_serve_opens_the_browser(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    opened: list[str] = []

    def refuse(address: str) -> bool:
        opened.append(address)
        return False

    monkeypatch.setattr("webbrowser.open", refuse)
    serve._open("http://127.0.0.1:8001/")
    assert opened == ["http://127.0.0.1:8001/"]
    assert "No browser could be opened" in capsys.readouterr().err
