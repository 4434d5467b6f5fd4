"""Where the output goes: a full disk, a terminal of another encoding."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawler.cli.written import write

ROOT = Path(__file__).parents[3]
MARK = "安全⟦重点⟧，“①”"


def _clean(path: Path, **given: object) -> subprocess.CompletedProcess[bytes]:
    call = [sys.executable, "-m", "crawler.cli", "clean", str(path)]
    return subprocess.run(call, stderr=subprocess.PIPE, timeout=300, check=False, **given)  # type: ignore[call-overload,no-any-return]


def test_output_that_cannot_be_written_is_the_machines_fault(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = _clean(write(tmp_path / "a.txt", MARK), stdout=full)
    assert done.returncode == 5
    assert "Error: The machine refused what was to be printed (No space left" in done.stderr.decode()


@pytest.mark.parametrize("call", [("sites",), ("schedule",)], ids=["table", "lines"])
def test_a_reader_of_the_output_that_went_away_has_enough(call: tuple[str, ...]) -> None:
    theirs, ours = os.pipe()
    os.close(theirs)
    done = subprocess.run(
        [sys.executable, "-m", "crawler.cli", *call],
        stdout=ours,
        stderr=subprocess.PIPE,
        timeout=300,
        check=False,
    )
    os.close(ours)
    assert done.returncode == 0
    assert b"Error" not in done.stderr


@pytest.mark.parametrize(
    ("call", "code"), [(("sites",), 0), (("clean", "--diff"), 0), (("schedule",), 0), (("nonsense",), 2)]
)
def test_closed_streams_are_no_bug_of_the_program(tmp_path: Path, call: tuple[str, ...], code: int) -> None:
    given = [str(write(tmp_path / "a.txt", MARK))] if call[0] == "clean" else []
    shell = ["sh", "-c", '"$@" <&- >&- 2>&-', "sh", sys.executable, "-m", "crawler.cli", *call, *given]
    assert subprocess.run(shell, timeout=300, check=False).returncode == code


def test_what_is_opened_takes_no_place_of_a_closed_stream(tmp_path: Path) -> None:
    opened = (
        "import crawler.cli as c; c._open_closed_streams(); print(open('a').fileno(), file=open('b', 'w'))"
    )
    (tmp_path / "a").touch()
    shell = ["sh", "-c", '"$@" <&- >&- 2>&-', "sh", sys.executable, "-c", opened]
    subprocess.run(shell, timeout=300, check=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert (tmp_path / "b").read_text() == "3\n"


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", MARK), ("gbk", r"安全\u27e6重点\u27e7，“①”"), ("latin-1", r"\u5b89\u5168")],
)
def test_what_an_encoding_lacks_is_shown_by_its_number(tmp_path: Path, encoding: str, shown: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = _clean(write(tmp_path / "a.txt", MARK), stdout=subprocess.PIPE, env=environment)
    assert done.returncode == 0
    assert shown in done.stdout.decode(encoding)
