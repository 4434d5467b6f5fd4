"""`schedule`, with a home of its own and a systemctl that only notes what it was told."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from archive.errors import CallError
from crawler.cli.schedule import command


@pytest.fixture
def units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = tmp_path / "bin" / "systemctl"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/told"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path / ".config" / "systemd" / "user"


def schedule(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def told(tmp_path: Path) -> list[str]:
    return (tmp_path / "told").read_text().splitlines()


def test_install_writes_three_units_and_starts_the_timer(units: Path, tmp_path: Path) -> None:
    result = schedule("--install", "--hour", "3", "--data", str(tmp_path / "data"))

    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in units.iterdir()) == [
        "campaign-archive-failed.service",
        "campaign-archive.service",
        "campaign-archive.timer",
    ]
    timer = (units / "campaign-archive.timer").read_text()
    assert "OnCalendar=*-*-* 03:00" in timer and "RandomizedDelaySec=1h" in timer
    assert f"--data {tmp_path}/data crawl --all" in (units / "campaign-archive.service").read_text()
    assert told(tmp_path) == ["--user daemon-reload", "--user enable --now campaign-archive.timer"]


def test_a_second_install_replaces_the_first(units: Path) -> None:
    schedule("--install", "--hour", "3")
    schedule("--install", "--hour", "5")

    assert "05:00" in (units / "campaign-archive.timer").read_text()


def test_remove_takes_away_just_what_was_installed(units: Path, tmp_path: Path) -> None:
    schedule("--install")
    (units / "other.timer").write_text("")

    result = schedule("--remove")

    assert result.exit_code == 0
    assert [path.name for path in units.iterdir()] == ["other.timer"]
    assert told(tmp_path)[2:] == ["--user disable --now campaign-archive.timer", "--user daemon-reload"]


def test_nothing_to_remove_is_said(units: Path) -> None:
    error = schedule("--remove").exception

    assert error is not None and "No timer is installed" in str(error)
    assert not units.exists()


def test_without_systemd_the_calls_are_left_to_the_user(units: Path, tmp_path: Path) -> None:
    (tmp_path / "bin" / "systemctl").unlink()

    output = schedule("--install").output

    assert "run: systemctl --user enable --now campaign-archive.timer" in output
    assert (units / "campaign-archive.timer").exists()


def test_a_home_that_cannot_be_written_is_the_machines_fault(units: Path, tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("a file")

    error = schedule("--install").exception

    assert error is not None and "can't be written" in str(error)


@pytest.mark.parametrize("hour", ["24", "-1", "noon"])
def test_an_hour_that_is_none_is_refused(units: Path, hour: str) -> None:
    assert schedule("--install", "--hour", hour).exit_code == 2
    assert not units.exists()


@pytest.mark.parametrize(
    "tasks", [("--cron", "--install"), ("--install", "--remove"), ("--cron", "--install", "--remove")]
)
def test_two_tasks_at_once_are_refused(units: Path, tasks: tuple[str, ...]) -> None:
    for order in (tasks, reversed(tasks)):
        error = schedule(*order).exception
        assert isinstance(error, CallError) and "--install" in str(error)
    assert not units.exists()


def test_printing_writes_nothing(units: Path) -> None:
    output = schedule().output

    assert output.count("# ~/.config/systemd/user/") == 3
    assert not units.exists()


def test_the_line_for_cron_runs_and_keeps_a_log_for_a_week(tmp_path: Path) -> None:
    """As cron does: five fields of time, `\\%` for a percent sign, the rest by a shell."""
    data = tmp_path / "a 100% odd name"
    data.mkdir()
    (data / "stop").touch()
    (data / "campaign-archive.toml").write_text('contact = "Nobody, nobody@example.org"\n')

    minute, hour, *days = schedule("--cron", "--hour", "4", "--data", str(data)).stdout.split(" ", 5)
    assert 0 <= int(minute) < 60
    assert (hour, days[:3]) == ("4", ["*", "*", "*"])
    line = days[3].strip()
    assert "%" not in line.replace("\\%", "")
    subprocess.run(line.replace("\\%", "%"), shell=True, check=True, timeout=120)

    (log,) = data.glob("crawl-[1-7].log")
    assert "nothing was fetched" in log.read_text("utf-8")


def test_a_service_names_what_tells_of_its_failure(units: Path) -> None:
    schedule("--install")
    service = (units / "campaign-archive.service").read_text()

    assert "OnFailure=campaign-archive-failed.service" in service
    # Pages that failed, another run that holds the lock, and a stop are no reason to wake anybody.
    assert "SuccessExitStatus=1 75 130" in service
    assert "ExecStart=" in (units / "campaign-archive-failed.service").read_text()


@pytest.mark.parametrize(
    ("configuration", "told"),
    [
        ("", ["no line `contact`", "no line `notify`"]),
        ('contact = "a@b.example"\nnotify = ["no-such-program"]', ["names 'no-such-program', which is no"]),
        ('contact = "a@b.example"\nnotify = ["sh", "-c", "true"]', []),
    ],
)
def test_what_would_hinder_the_nightly_crawl_is_told_at_once(
    campaign_archive: Any, tmp_path: Path, configuration: str, told: list[str]
) -> None:
    (tmp_path / "campaign-archive.toml").write_text(configuration)
    said = campaign_archive("schedule", "--cron", "--data", tmp_path)
    warnings = said.stderr.splitlines()
    assert len(warnings) == len(told)
    assert all(words in line for words, line in zip(told, warnings, strict=True))
    assert said.stdout.count("\n") == 1


def test_a_directory_that_fits_in_no_line_is_refused(campaign_archive: Any, tmp_path: Path) -> None:
    said = campaign_archive("schedule", "--data", tmp_path / "a\nb", code=2).stderr
    assert "fits in no line" in said
