"""Pages saved with their pictures in one file: .mht of Internet Explorer and Chromium, Word's "single file".

Such a file is a mail (RFC 2557): parts with headers, the page among them.
"""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from archive.extract.html_page import extract_html
from archive.model import Extraction


def extract_mht(body: bytes, url: str) -> Extraction:
    """Return what stands on the page that the file holds; its links are meant from where it was saved.

    `unreadable` with the warning `unread_binary` where no part of it is a page.
    """
    page = next(filter(_is_page, message_from_bytes(body).walk()), None)
    source = None if page is None else page.get_payload(decode=True)
    if page is None or not isinstance(source, bytes):
        return Extraction(url=url, kind="unreadable", confidence="low", warnings=("unread_binary",))
    saved_from = str(page.get("Content-Location", "")).strip()
    address = saved_from if saved_from.startswith(("http://", "https://")) else url
    return replace(
        extract_html(source, address, {"content-type": str(page.get("Content-Type", ""))}), url=url
    )


def _is_page(part: Message) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")
