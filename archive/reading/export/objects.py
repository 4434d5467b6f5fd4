"""The list as JSON, as the page shows it, and as JSON Lines, with the whole texts."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from typing import Any, Final

from archive.reading.export.listing import Listing
from archive.reading.export.spreadsheet import SHOWN
from archive.reading.rows import Row

_WITH_TEXT: Final = (*SHOWN, "body")


def write_json(listing: Listing) -> Generator[bytes]:
    """Yield one object: what the file is, `articles`, and at the end `complete`."""
    head = _json(listing.head).removesuffix("}")
    yield f'{head}, "articles": ['.encode()
    for row in listing.rows():
        yield f"{',' if row['number'] > 1 else ''}\n{_json(_part(row, SHOWN))}".encode()
    yield b'\n], "complete": true}\n'


def write_json_lines(listing: Listing) -> Generator[bytes]:
    """Yield a line about the file, one for each article, and one that says the file is whole.

    `record` tells them apart: export, article, end.
    """
    yield _line({"record": "export", **listing.head})
    for row in listing.rows():
        yield _line({"record": "article", **_part(row, _WITH_TEXT)})
    yield _line({"record": "end", "count": listing.count, "complete": True})


def _part(row: Row, names: Sequence[str]) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _line(record: dict[str, Any]) -> bytes:
    return f"{_json(record)}\n".encode()


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
