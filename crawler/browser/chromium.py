"""Where this machine's Chromium is, and how it is started."""

from __future__ import annotations

import os
import shutil
from typing import Any

from crawler.installation.configuration import FILE_NAME

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

_NOWHERE = "127.0.0.1:9"
"""As its proxy, so that Chromium reaches nothing by itself: port 9 is nobody's."""

_ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--js-flags=--max-old-space-size=256",
)

REMEDY = (
    "Install Chromium (as root: apt-get install chromium), "
    f'or name one in {FILE_NAME}: browser = "/usr/bin/chromium"'
)


def find_chromium(named: str | None) -> str | None:
    """Return the program: the one `named` in the configuration, else one on the path; None where none is."""
    return next(filter(None, map(shutil.which, [named] if named else NAMES)), None)


def launch_options(program: str) -> dict[str, Any]:
    """Return how Playwright is to start it. Signals are ours, and Chromium's own sandbox needs a user."""
    return {
        "executable_path": program,
        "args": list(_ARGUMENTS),
        "proxy": {"server": _NOWHERE},
        "chromium_sandbox": os.geteuid() != 0,
        **dict.fromkeys(("handle_sigint", "handle_sigterm", "handle_sighup"), False),
    }
