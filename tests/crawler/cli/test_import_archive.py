from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def other(tmp_path: Path, campaign_archive: Any) -> Path:
    text = "安全生产月简报\n" + "各区队对照方案逐条落实，未发生轻伤以上事故。\n" * 5
    (tmp_path / "1.txt").write_text(text, encoding="utf-8")
    campaign_archive("--data", tmp_path / "other", "import", tmp_path / "1.txt")
    return tmp_path / "other"


def test_another_archive_is_taken_in_and_counted(other: Path, tmp_path: Path, campaign_archive: Any) -> None:
    said = campaign_archive("--data", tmp_path / "data", "import", other)
    counts = "1 new, 0 changed, 0 unchanged, 0 left out (removed on request); WARC files copied: 1"
    assert said.stdout == f"{other}: {counts}\n"
    again = json.loads(campaign_archive("--data", tmp_path / "data", "import", other, "--json").stdout)
    assert {name: again[name] for name in ("new", "changed", "unchanged", "removed", "files")} == {
        "new": 0,
        "changed": 0,
        "unchanged": 1,
        "removed": 0,
        "files": 0,
    }


def test_an_archive_keeps_its_own_sites(other: Path, tmp_path: Path, campaign_archive: Any) -> None:
    refused = campaign_archive("--data", tmp_path / "data", "import", "--site", "x", other, code=2)
    assert "keeps its own sites" in refused.stderr
    itself = campaign_archive("--data", other, "import", other, code=2)
    assert "can't be taken into itself" in itself.stderr
