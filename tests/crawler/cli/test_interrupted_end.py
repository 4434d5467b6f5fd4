"""A signal that comes when all is done, or is the second one, does not take the exit code's place."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

ENDING = """
import atexit, signal, sys
stops, number = sys.argv.pop(1) == "stopped", int(sys.argv.pop(1))
atexit.register(signal.raise_signal, number)
from crawler.cli import main, verbs
if stops:
    verbs.campaign_archive.main = lambda **_: signal.raise_signal(signal.SIGINT)
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(("how", "code"), [("done", 0), ("stopped", 130)])
def test_a_signal_while_python_ends(number: signal.Signals, how: str, code: int) -> None:
    call = [sys.executable, "-c", ENDING, how, str(number.value), "sites"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=120, check=False)

    assert done.returncode == code
    assert [line.partition(".")[0] for line in done.stderr.splitlines()] == ["Stopped"] * (how == "stopped")
