from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import MachineError
from crawler.installation import notification
from crawler.installation.configuration import Configuration
from crawler.installation.notification import notify


def test_the_command_gets_the_report(tmp_path: Path) -> None:
    told = tmp_path / "told"
    (tmp_path / "campaign-archive.toml").write_text(f'notify = ["tee", "{told}"]\n')

    notify(Configuration.read(tmp_path), ["web: alarm: 栏目 links to no article"])

    assert told.read_text() == "web: alarm: 栏目 links to no article\n"


def test_a_name_that_is_no_text_is_told_all_the_same(tmp_path: Path) -> None:
    told = tmp_path / "told"
    configuration = Configuration(path=tmp_path / "campaign-archive.toml", notify=("tee", str(told)))

    notify(configuration, ["Error: /srv/\udcc3\udcf7 is full"])

    assert told.read_text() == "Error: /srv/\\udcc3\\udcf7 is full\n"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("false",), r"it ended with exit code 1\)"),
        (("/no/such/command",), r"No such file or directory: '/no/such/command'\)"),
        (("sleep", "99"), r"it did not end within 0.1 seconds\)"),
    ],
    ids=lambda case: case[0],
)
def test_a_command_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], told: str
) -> None:
    monkeypatch.setattr(notification, "SECONDS", 0.1)
    configuration = Configuration(path=tmp_path / "campaign-archive.toml", notify=command)

    with pytest.raises(MachineError, match=f"^`notify` of .* failed .*{told}"):
        notify(configuration, ["failed"])


def test_without_a_command_nobody_is_told(tmp_path: Path) -> None:
    notify(Configuration.read(tmp_path), ["failed"])
