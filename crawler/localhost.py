"""Sites on this machine: names under `localhost` (RFC 6761), and where the sample sites are."""

from __future__ import annotations

import os
import socket

from archive.errors import CallError

LOOPBACK = "127.0.0.1"
SAMPLES_PORT = 8100
PORT_VARIABLE = "CAMPAIGN_SAMPLES_PORT"


def is_local(host: str) -> bool:
    """Tell whether a host name is this machine wherever it is looked up: `qingshan.localhost`."""
    host = host.removesuffix(".")
    return host == "localhost" or host.endswith(".localhost")


def is_served(port: int) -> bool:
    """Tell whether a program of this machine listens on a port."""
    with socket.socket() as asking:
        return asking.connect_ex((LOOPBACK, port)) == 0


def samples_port() -> int:
    """Return the port of the sample sites: that of the environment, else 8100. CallError if it is none."""
    named = os.environ.get(PORT_VARIABLE) or str(SAMPLES_PORT)
    if not (named.isascii() and named.isdigit() and 0 < int(named) < 65_536):
        raise CallError(f"{PORT_VARIABLE} is {named!r}, which is no port", remedy="Set it to 1024 … 65535")
    return int(named)


def sample_origin(name: str, port: int | None = None) -> str:
    """Return where a sample site is served: `http://qingshan.localhost:8100`."""
    return f"http://{name}.localhost:{port or samples_port()}"
