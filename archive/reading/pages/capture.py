"""One raw response, as plain text that no browser runs."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from archive.reading.rows import first_row
from archive.store.exchange import Exchange
from archive.store.warc.reader import read

_CAPTURE = "SELECT warc_file, warc_offset, charset, payload_digest FROM captures WHERE id = ?"
_BINARY = b"\0"


def capture_text(conn: sqlite3.Connection, capture_id: int, warc_directory: Path) -> str | None:
    """Return status line, headers and body of the capture; None where there is no such capture.

    The body is decoded by the charset that its article was read with. Of what is no text, only its length and
    digest are told. Raises `DamageError` where the WARC file can't be read.
    """
    row = first_row(conn, _CAPTURE, capture_id)
    if row is None:
        return None
    exchange = read(warc_directory / row["warc_file"], row["warc_offset"]).record.exchange
    head = [exchange.url, exchange.status_line, *(f"{name}: {value}" for name, value in exchange.headers)]
    return "\n".join(line for line in head if line) + "\n\n" + _body(exchange, row["charset"])


def _body(exchange: Exchange, charset: str | None) -> str:
    body = exchange.capture().body
    if _BINARY in body or not (charset or (exchange.mime or "").startswith("text/")):
        return f"[{len(body)} bytes, {exchange.mime or 'no type'}, {exchange.payload_digest}]"
    return body.decode(charset or "utf-8", "replace")
