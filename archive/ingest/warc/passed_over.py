"""Records of WARC files that hold no text to keep, and why; the address of each is kept all the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from warcio.recordloader import ArcWarcRecord

from archive.addresses import split_address
from archive.ingest.warc.records import address_of, mime_of
from archive.store.exchange import Exchange

OTHER_FILE = "a picture, script or other file without a text"
"""What most of them are."""
_WEB = ("http", "https")
_WITH_TEXT = ("response", "revisit", "resource", "conversion")
_WANTED_TYPE = re.compile("html|text/plain|pdf|word|octet-stream|download")
"""Declared types that may hold a text; scripts and style sheets would pass for one by their content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A record that holds no text to keep."""

    url: str
    reason: str
    """What it is instead: `a picture, script or other file`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(PassedOver):
    """A revisit record whose body is in no earlier record of the file; the archive may have it."""

    url_of_body: str
    captured_at_of_body: str
    """Address and time of the capture that holds the body."""
    answer: Exchange
    """What the record has itself."""


def why_passed_over(record: ArcWarcRecord) -> str | None:
    """Return what a record is that holds no text, told by its head alone; None where it may hold one."""
    address, answer = split_address(address_of(record)), record.http_headers
    if record.rec_type not in _WITH_TEXT:
        return f"a record of the kind {record.rec_type}"
    is_own = record.rec_type == "resource" and address.path.startswith("sha256:")
    if address.scheme not in _WEB and not is_own:
        return "no address of the web"
    if record.rec_type == "response" or answer:
        status = answer.get_statuscode() if answer else "nothing"
        if status != "200":
            return f"answered {status}" if status.isdigit() else "no answer of HTTP"
    if address.path == "/robots.txt":
        return "robots.txt"
    return None if _WANTED_TYPE.search(mime_of(record) or "html") else OTHER_FILE
