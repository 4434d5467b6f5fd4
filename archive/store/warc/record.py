"""A record of a WARC file: what it keeps, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from archive.store.exchange import Exchange
from archive.store.visit import Selection, VisitKind

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
IDENTICAL_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
"""Why the body of a revisit record is not there: the server sent none, or it stands in another record."""

CUT = "length"
"""Why a body is not whole (WARC-Truncated): more was sent than is taken."""

WITHOUT_HTTP = ("resource", "conversion")
"""Types of records that are no answer: they have no request, status or header of HTTP."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One exchange, with what it was visited as."""

    exchange: Exchange
    kind: VisitKind
    requested_url: str
    selection: Selection = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record stands in its file, in bytes."""

    offset: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The record that holds the body of a revisit record; see the table `captures`."""

    url: str
    captured_at: str
    warc_file: str
    warc_offset: int
    record_id: str | None = None
    """None: it was not read."""
