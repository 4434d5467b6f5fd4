"""A terminal that closes (SIGHUP) ends a command as SIGTERM does."""

from __future__ import annotations

import os
import signal
from types import FrameType


def take_hang_up_for_sigterm() -> None:
    """Hand SIGHUP to whoever has SIGTERM then; not where the caller ignores it (nohup), or there is none."""
    number = getattr(signal, "SIGHUP", None)
    if number is None or signal.getsignal(number) is signal.SIG_IGN:
        return
    terminals = [stream for stream in (1, 2) if os.isatty(stream)]

    def hung_up(number: int, _frame: FrameType | None) -> None:
        # The shell sends one, and the kernel another when it ends: a second must not cut ours short.
        signal.signal(number, signal.SIG_IGN)
        _leave_closed(terminals)
        signal.raise_signal(signal.SIGTERM)

    signal.signal(number, hung_up)


def _leave_closed(terminals: list[int]) -> None:
    """Let what is still printed go nowhere: on a terminal that is gone each line would be an error."""
    for stream in terminals:
        if not os.isatty(stream):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream)
            os.close(nowhere)
