"""Sites on this machine: names under `localhost` (RFC 6761), and where the sample sites are."""

from __future__ import annotations

import os

LOOPBACK = "127.0.0.1"
SAMPLES_PORT = 8100


def is_local(host: str) -> bool:
    """Tell whether a host name is this machine wherever it is looked up: `qingshan.localhost`."""
    return host == "localhost" or host.endswith(".localhost")


def sample_origin(name: str) -> str:
    """Return where a sample site is served: `http://qingshan.localhost:8100`."""
    port = int(os.environ.get("CAMPAIGN_SAMPLES_PORT") or SAMPLES_PORT)
    return f"http://{name}.localhost:{port}"
