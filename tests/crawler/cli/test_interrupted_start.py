"""Ctrl-C while the command is still being loaded ends it as quietly as a later one."""

from __future__ import annotations

import subprocess
import sys

import pytest

INTERRUPTED = """
import signal, sys

class Keyboard:
    def find_spec(self, name, *_):
        if name == module:
            signal.raise_signal(signal.SIGINT)

module = sys.argv.pop(1)
sys.meta_path.insert(0, Keyboard())
from crawler.cli import main
main()
"""


@pytest.mark.parametrize("module", ["click", "crawler.cli.verbs", "archive.errors", "crawler.cli.sites"])
def test_ctrl_c_while_modules_load(module: str) -> None:
    call = [sys.executable, "-c", INTERRUPTED, module, "sites"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.strip().startswith("Stopped.")
    assert "Traceback" not in done.stderr
