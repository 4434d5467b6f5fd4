"""The command line, `campaign-archive VERB`: one module a verb, loaded when it is called.

Exit codes:

     0  done; a recorded 404 or a refusal by robots.txt is no failure
     1  some pages or files failed; the rest is archived
     2  the call is wrong: unknown site, no such directory, a database of another program
        or of a newer version of this one
     3  an alarm: a site's layout changed, or it gave far fewer articles than usual
     4  the archive is damaged; `check` names the place. What older rules made is no damage
     5  the machine refused: disk full, permission denied, port in use
    70  a bug in this program
    75  another run holds the lock, or some of the sites; try again later
   130  stopped: Ctrl-C, SIGTERM, a terminal that closed; what was fetched is kept
"""

from __future__ import annotations

import os
import signal
import sys

from crawler.cli.exit_codes import INTERRUPTED
from crawler.cli.hang_up import take_hang_up_for_sigterm


def main() -> None:
    """Run the command line and leave with the exit code that the module's table gives.

    What it needs is imported within, so that Ctrl-C ends it quietly from its first moment. SIGTERM is taken
    for one: nothing that is half done stays behind, such as the copy of the database that `check` makes.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    _open_closed_streams()
    take_hang_up_for_sigterm()
    try:
        from crawler.cli.verbs import exit_code

        code = exit_code()
    except KeyboardInterrupt:
        _take_no_more_signals()
        kept = "Whatever was kept stays kept; the same call goes on from there, or begins again."
        print(f"Stopped. {kept}", file=sys.stderr)
        code = INTERRUPTED
    _take_no_more_signals()
    sys.exit(code)


def _take_no_more_signals() -> None:
    """All is done: one that comes while Python ends would only put its number in the exit code's place."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def _open_closed_streams() -> None:
    """Put the null device where the caller closed standard input, output or error (`>&-`).

    Python has None there, and the next file that is opened takes the number: a record of the archive would
    get what another program prints.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            os.set_inheritable(number, True)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
