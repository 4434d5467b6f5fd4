"""The list for reference managers, BibTeX and RIS, and in the Chinese national form."""

from __future__ import annotations

from collections.abc import Generator

from archive.reading.article.citation import bibtex, gb7714, ris
from archive.reading.export.listing import Listing


def write_bibtex(listing: Listing) -> Generator[bytes]:
    """Yield one `@online` entry an article; BibTeX skips the lines that begin with a per cent sign."""
    yield _about(listing, "% ")
    for row in listing.rows():
        yield f"\n{bibtex(row, row['captured_at'] or row['last_seen'], row['permalink'])}".encode()
    yield _end(listing, "\n% ")


def write_ris(listing: Listing) -> Generator[bytes]:
    """Yield one record an article; RIS knows no remarks, so each says in a note what it was exported from.

    A list of nothing has lines before any record: reading programs skip what stands there.
    """
    if not listing.count:
        yield _about(listing, "") + _end(listing, "")
    for row in listing.rows():
        note = f"{listing.address} {listing.exported_at} {row['number']}/{listing.count}"
        yield ris(row, row["captured_at"] or row["last_seen"], row["permalink"], note).encode()


def write_gb7714(listing: Listing) -> Generator[bytes]:
    """Yield a numbered list after GB/T 7714."""
    yield _about(listing, "# ")
    for row in listing.rows():
        citation = gb7714(row, row["captured_at"] or row["last_seen"])
        yield f"[{row['number']}] {citation}\n".encode()
    yield _end(listing, "# ")


def _about(listing: Listing, mark: str) -> bytes:
    head = ((name, " ".join(str(value).split())) for name, value in listing.head.items())
    return "".join(f"{mark}{name}: {told}\n" for name, told in head).encode()


def _end(listing: Listing, mark: str) -> bytes:
    return f"{mark}complete: yes, {listing.count}\n".encode()
