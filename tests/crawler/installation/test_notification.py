from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import MachineError
from crawler.installation.configuration import Configuration
from crawler.installation.notification import notify


def test_the_command_gets_the_report(tmp_path: Path) -> None:
    told = tmp_path / "told"
    (tmp_path / "campaign-archive.toml").write_text(f'notify = ["tee", "{told}"]\n')

    notify(Configuration.read(tmp_path), ["web: alarm: 栏目 links to no article"])

    assert told.read_text() == "web: alarm: 栏目 links to no article\n"


@pytest.mark.parametrize("command", ["false", "/no/such/command"])
def test_a_command_that_fails_is_told(tmp_path: Path, command: str) -> None:
    configuration = Configuration(path=tmp_path / "campaign-archive.toml", notify=(command,))

    with pytest.raises(MachineError, match="notify"):
        notify(configuration, ["failed"])


def test_without_a_command_nobody_is_told(tmp_path: Path) -> None:
    notify(Configuration.read(tmp_path), ["failed"])
