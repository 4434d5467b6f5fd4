"""What the browser is answered: made of what Scrapy fetched, without what is the wire's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

if TYPE_CHECKING:
    from playwright.async_api import Request as Asked

_OF_THE_BROWSER = ("cookie", "user-agent", "host", "connection", "content-length")
_OF_THE_WIRE = ("set-cookie", "content-encoding", "content-length", "transfer-encoding", "connection")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer for the browser."""

    body: bytes
    headers: dict[str, str]
    status: int = 200


@dataclass(slots=True)
class Scripts:
    """The scripts that the pages of a site share, so that each is asked for once in a crawl."""

    kept: dict[str, Reply] = field(default_factory=dict)
    room: int = 16 * 1024 * 1024

    def keep(self, url: str, reply: Reply) -> None:
        """Keep one while there is room."""
        if len(reply.body) <= self.room and url not in self.kept:
            self.kept[url] = reply
            self.room -= len(reply.body)


def request_for(asked: Asked) -> Request:
    """Return our own request for what a page asks for: with our name, and without its cookies."""
    return Request(
        asked.url,
        method=asked.method,
        headers=_without(asked.headers, _OF_THE_BROWSER),
        body=asked.post_data_buffer or b"",
        callback=NO_CALLBACK,
        dont_filter=True,
    )


def reply_of(response: Response, body: bytes) -> Reply:
    """Return the reply whose unpacked body is `body`; cookies are not kept."""
    headers = {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
    return Reply(body=body, headers=_without(headers, _OF_THE_WIRE), status=response.status)


def _without(headers: dict[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {
        name: value
        for name, value in headers.items()
        if name.lower() not in names and not name.lower().startswith(("sec-", "accept-"))
    }
