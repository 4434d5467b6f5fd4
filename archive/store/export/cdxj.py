"""A CDXJ index of WARC records, in compressed blocks (ZipNum), sorted on the disk rather than in memory."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Any, BinaryIO, Final, Self
from urllib.parse import quote, quote_plus, unquote_plus

from archive.addresses import DEFAULT_PORTS, split_address

BLOCK = 300
"""Lines that are compressed together, so that a reader finds one without unpacking all."""

_WWW: Final = re.compile(r"^www\d*\.")
_AS_THEY_ARE: Final = "!$%&'()*+,-./:;=@[\\]_|~"
"""Characters of a path, beside letters and digits, for which a browser writes no percent sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where a capture stands in a packed WARC file."""

    capture: Mapping[str, Any]
    """Its row in `captures`."""
    warc_file: str
    offset: int
    length: int
    is_revisit: bool


class Index:
    """Takes entries in any order. Close it: it is a temporary file."""

    def __init__(self) -> None:
        # SQLite's name for a database of its own on the disk, which goes when it is closed.
        self._lines = sqlite3.connect("")
        self._lines.execute("CREATE TABLE lines (key TEXT, rest TEXT)")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._lines.close()

    def add(self, entry: Entry) -> None:
        """Take one entry."""
        row = entry.capture
        stamp = "".join(filter(str.isdigit, row["captured_at"]))
        fields = {
            "url": row["url"],
            "mime": "warc/revisit" if entry.is_revisit else row["mime"] or "unk",
            **({"status": str(row["status"])} if row["status"] else {}),
            "digest": row["payload_digest"],
            "length": str(entry.length),
            "offset": str(entry.offset),
            "filename": entry.warc_file,
        }
        line = (f"{surt(row['url'])} {stamp}", json.dumps(fields, ensure_ascii=False))
        self._lines.execute("INSERT INTO lines VALUES (?, ?)", line)

    def write(self, out: BinaryIO) -> Iterator[str]:
        """Write the compressed blocks, and yield for each the line that tells where it stands."""
        with closing(self._lines.execute("SELECT key, rest FROM lines ORDER BY key, rest")) as lines:
            offset = 0
            while block := list(islice(lines, BLOCK)):
                packed = gzip.compress("".join(f"{key} {rest}\n" for key, rest in block).encode(), mtime=0)
                out.write(packed)
                digest = f"sha256:{hashlib.sha256(packed).hexdigest()}"
                place = {
                    "offset": offset,
                    "length": len(packed),
                    "digest": digest,
                    "filename": "index.cdx.gz",
                }
                yield f"{block[0][0]} {json.dumps(place)}\n"
                offset += len(packed)


def surt(url: str) -> str:
    """Return the form of an address by which replay programs look it up: `com,example)/path?a=1&b=2`.

    Lower case, without `www.`, user and usual port, the fields of its query by their names; whatever is no
    address of the web stays as it is. As ReplayWeb.page makes it of what a browser asks for, so in ASCII.
    """
    parts = split_address(url)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return url
    host = ",".join(reversed(_WWW.sub("", _in_ascii(parts.hostname)).split(".")))
    port = f":{parts.port}" if parts.port and parts.port != DEFAULT_PORTS[parts.scheme] else ""
    path = quote(parts.path or "/", safe=_AS_THEY_ARE, errors="replace").lower()
    return f"{host}{port}){path}{_sorted_fields(parts.query.lower())}"


def _in_ascii(host: str) -> str:
    """A name in Chinese as browsers ask for it: 例子.cn is xn--fsqu00a.cn."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quote(host, errors="replace")


def _sorted_fields(query: str) -> str:
    """What URLSearchParams makes of a query when its fields are sorted; `b` alone stays without `=`."""
    fields = [field.partition("=") for field in query.split("&") if field]
    told = ((_decoded(name), equals, _decoded(value)) for name, equals, value in fields)
    written = "&".join(_field(*one) for one in sorted(told, key=itemgetter(0)))
    return f"?{written}" if written else ""


def _field(name: str, equals: str, value: str) -> str:
    shown = _encoded(name)
    return f"{shown}={_encoded(value)}" if equals or shown != name else shown


def _decoded(text: str) -> str:
    return unquote_plus(text, errors="replace")


def _encoded(text: str) -> str:
    return quote_plus(text, safe="*", errors="replace").replace("~", "%7E")
