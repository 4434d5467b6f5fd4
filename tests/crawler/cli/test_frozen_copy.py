"""A frozen copy is read by every command that reads, and written to by none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.crawler.cli.written import TEXT, write


@pytest.fixture(scope="module")
def frozen(demo: Path, campaign_archive: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target: Path = tmp_path_factory.mktemp("frozen") / "copy"
    campaign_archive("export", "--data", demo, "--frozen", target)
    return target


def contents(directory: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in directory.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "verb",
    [
        ("import", "{text}"),
        ("import", "{demo}"),
        ("crawl", "sample_mine"),
        ("crawl", "sample_mine", "--retry-failed"),
        ("remove", "abcdefghij23", "--why", "asked for"),
        ("rebuild",),
        ("rebuild", "--index"),
        ("rebuild", "--catalogue"),
    ],
)
def test_what_writes_is_refused(
    frozen: Path, demo: Path, campaign_archive: Any, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    text = write(tmp_path / "a.txt", TEXT)
    before = contents(frozen)
    call = [part.format(text=text, demo=demo) for part in verb]
    said = campaign_archive("--data", frozen, *call, code=2).stderr
    assert f"{frozen} holds a frozen copy of an archive" in said
    assert f"campaign-archive --data {frozen} backup DIR" in said
    assert contents(frozen) == before


@pytest.mark.parametrize("verb", [("search", "安全"), ("status",), ("check",), ("export", "--to", "{file}")])
def test_what_reads_works(frozen: Path, campaign_archive: Any, tmp_path: Path, verb: tuple[str, ...]) -> None:
    before = contents(frozen)
    campaign_archive("--data", frozen, *(part.format(file=tmp_path / "list.csv") for part in verb))
    assert contents(frozen) == before


def test_a_backup_of_it_is_written_to(frozen: Path, campaign_archive: Any, tmp_path: Path) -> None:
    campaign_archive("--data", frozen, "backup", tmp_path / "thawed")
    campaign_archive("--data", tmp_path / "thawed", "import", write(tmp_path / "a.txt", TEXT))
    campaign_archive("--data", tmp_path / "thawed", "check")
