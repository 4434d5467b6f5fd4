"""A running sample server and a plain client for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest

from crawler.samples.server import SampleServer


@pytest.fixture
def server() -> Iterator[SampleServer]:
    with SampleServer(port=0) as server:
        yield server


@pytest.fixture
def fetch(server: SampleServer) -> Iterator[Callable[..., httpx.Response]]:
    with httpx.Client(base_url=f"http://127.0.0.1:{server.port}", trust_env=False) as client:

        def fetch(site: str, path: str, **headers: str) -> httpx.Response:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            return client.get(path, headers={"Host": f"{site}.localhost:{server.port}", **sent})

        yield fetch
