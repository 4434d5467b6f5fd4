"""Records as other programs write them, and what is found in a file of them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.errors import InputError
from archive.ingest.contents import found_in
from archive.ingest.warc import PassedOver, exchanges_in
from archive.store.exchange import Exchange

HTML = {"Content-Type": "text/html; charset=utf-8"}
SITE = "http://www.qingshan.example"
MakeWarc = Callable[..., bytes]
MakePage = Callable[[str], bytes]


def answer(name: str, body: bytes, headers: dict[str, str] = HTML) -> tuple[str, str, dict[str, str], bytes]:
    """A page that the site gave, for `make_warc`."""
    return f"{SITE}/{name}", "200 OK", headers, body


def contents(path: Path) -> tuple[list[str], list[str]]:
    """Addresses of what was found in a WARC file, and the faults."""
    found = list(exchanges_in(path))
    urls = [item.url for item in found if isinstance(item, Exchange)]
    return urls, [str(item) for item in found if isinstance(item, InputError)]


def bodies(path: Path) -> dict[str, bytes]:
    return {found.url: found.capture().body for found in found_in(path) if isinstance(found, Exchange)}


def passed_over(path: Path) -> dict[str, str]:
    return {found.url: found.reason for found in found_in(path) if isinstance(found, PassedOver)}


def faults(path: Path) -> list[str]:
    return [str(found) for found in found_in(path) if isinstance(found, InputError)]


def record(kind: str, url: str, body: bytes, *, packed: bool = True, **headers: str) -> bytes:
    written = BytesIO()
    writer = WARCWriter(written, gzip=packed)
    warc = {"WARC-Date": "2013-01-01T00:00:00Z", **{name.replace("_", "-"): v for name, v in headers.items()}}
    answered = kind in ("revisit", "response")
    http = {"http_headers": StatusAndHeaders("200 OK", list(HTML.items()), protocol="HTTP/1.1")}
    writer.write_record(
        writer.create_warc_record(
            url,
            kind,
            payload=BytesIO(body),
            length=len(body),
            warc_headers_dict=warc,
            **(http if answered else {"warc_content_type": "text/html"}),
        )
    )
    return written.getvalue()
