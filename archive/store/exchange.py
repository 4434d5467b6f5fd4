"""One request and its answer as they went over the wire, or one file as it was handed in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal, Self, TypeAlias
from uuid import uuid4

from archive.errors import InputError
from archive.model import Capture
from archive.store.content_encoding import decoded, is_packed

RecordType: TypeAlias = Literal["response", "resource", "revisit", "conversion"]
"""WARC's words: an answer over HTTP, a file, an answer whose body is not kept here (304, or a copy), or what
a browser made of an answer."""

MOST_BYTES = 32 * 1024 * 1024
"""A body that is larger when its content encoding is undone is a decompression bomb, not a page."""

Headers: TypeAlias = tuple[tuple[str, str], ...]


def media_type(declared: str | None) -> str | None:
    """Return the type that a Content-Type declares, in lower case and without parameters; None: none."""
    return (declared or "").partition(";")[0].strip().lower() or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What is kept as evidence; everything else in the archive can be made from it again."""

    url: str
    """Address that answered; `urn:sha256:<hex>` of a file."""
    captured_at: str
    """UTC, ISO 8601 to the second, ends in Z."""
    record_type: RecordType = "response"
    status: int | None = None
    """None for a file."""
    status_line: str = ""
    """Code and reason as sent, without the protocol: `200 OK`."""
    request_method: str = "GET"
    request_headers: Headers = ()
    request_body: bytes = b""
    """The fields of a form as they were posted; empty for a page that was simply asked for."""
    headers: Headers = ()
    """As received, in their order; Content-Encoding is that of `wire`."""
    wire: bytes = b""
    """Body as on the wire: transfer encoding undone, content encoding untouched."""
    is_cut: bool = False
    """Whether more was sent than was taken: Content-Length is then that of the whole."""
    mime: str | None = None
    """Declared type without parameters, in lower case."""
    file_name: str | None = None
    """Name of a file, without its folder."""
    record_id: str | None = field(default=None, compare=False)
    """WARC-Record-ID; None: one is given when the record is written."""
    refers_to: str | None = None
    """Of a conversion: the record that it was made from."""

    @property
    def payload_digest(self) -> str:
        """`sha256:<hex>` of `wire`."""
        return _digest(self.wire)

    def header(self, name: str) -> str | None:
        """Return the value of the last header of this name, or None."""
        return self._header_map().get(name.lower())

    def identified(self) -> Self:
        """Return it with an id that other records can refer to."""
        return replace(self, record_id=self.record_id or f"<urn:uuid:{uuid4()}>")

    def capture(self, most: int = MOST_BYTES) -> Capture:
        """Return it as readers want it.

        `InputError` where the content encoding can't be undone, or the body breaks off, or is larger than
        `most` bytes then.
        """
        return Capture(
            url=self.url,
            captured_at=self.captured_at,
            body=self._body(most),
            status=self.status,
            headers=self._header_map(),
            file_name=self.file_name,
        )

    def beginning(self, most: int) -> bytes:
        """Return up to `most` bytes of the body, however much it unpacks to; `InputError` as in `capture`."""
        body, is_cut = self.wire, self.is_cut
        for encoding in self._encodings():
            body = self._unpacked(body, encoding, most, is_cut=is_cut)
            is_cut = is_cut or len(body) > most
        return body[:most]

    def _header_map(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers}

    def _body(self, most: int) -> bytes:
        body = self.wire
        for encoding in self._encodings():
            body = self._unpacked(body, encoding, most, is_cut=self.is_cut)
            if len(body) > most:
                raise InputError(f"{self.url} unpacks to more than {most} bytes")
        return body

    def _encodings(self) -> list[str]:
        """Those of the body, the one that is undone first at the beginning."""
        named = (self.header("content-encoding") or "").lower().replace("x-gzip", "gzip").split(",")
        return [name.strip() for name in reversed(named) if is_packed(name.strip())]

    def _unpacked(self, body: bytes, encoding: str, most: int, *, is_cut: bool) -> bytes:
        try:
            return decoded(body, encoding, most, is_cut=is_cut)
        except InputError as error:
            raise InputError(f"{self.url} can't be read: {error.what}", remedy=error.remedy) from error


@lru_cache(maxsize=1)
def _digest(wire: bytes) -> str:
    """An answer is asked for it half a dozen times while it is saved."""
    return f"sha256:{hashlib.sha256(wire).hexdigest()}"
