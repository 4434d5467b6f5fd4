"""Ctrl-C, SIGTERM and SIGHUP while the command is still being loaded end it as quietly as later ones."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

INTERRUPTED = """
import signal, sys

class Keyboard:
    def find_spec(self, name, *_):
        if name == module:
            signal.raise_signal(number)

module, number = sys.argv.pop(1), int(sys.argv.pop(1))
sys.meta_path.insert(0, Keyboard())
from crawler.cli import main
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("module", ["click", "crawler.cli.verbs", "archive.errors", "crawler.cli.sites"])
def test_ctrl_c_while_modules_load(module: str, number: signal.Signals) -> None:
    call = [sys.executable, "-c", INTERRUPTED, module, str(number.value), "sites"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.strip().startswith("Stopped.")
    assert "Traceback" not in done.stderr
