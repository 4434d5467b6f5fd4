"""A running sample server and a plain client for it."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest

from crawler.samples.server import SampleServer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back for one request."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        charset = self.headers["content-type"].partition("charset=")[2]
        return self.body.decode("gbk" if charset == "gb2312" else charset)


Fetch = Callable[..., Answer]


@pytest.fixture
def server() -> Iterator[SampleServer]:
    with SampleServer(port=0) as server:
        yield server


@pytest.fixture
def fetch(server: SampleServer) -> Iterator[Fetch]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)

    def fetch(site: str, path: str, **headers: str) -> Answer:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers={"Host": f"{site}.localhost:{server.port}", **sent})
        response = connection.getresponse()
        answered = {name.lower(): value for name, value in response.getheaders()}
        return Answer(status=response.status, headers=answered, body=response.read())

    yield fetch
    connection.close()
