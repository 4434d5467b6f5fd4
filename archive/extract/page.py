"""A response as text and tree: decoded by evidence, guarded, parsed once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from archive.extract.charset import decode, decode_as
from archive.extract.file_links import page_base
from archive.extract.guards import guard
from archive.extract.tree import parse_tree
from archive.model import ReaderWarning

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that can be asked with CSS selectors: `page.tree.cssselect("ul.list li a")`."""

    url: str
    base_url: str
    """Against which its links are meant: `<base href>`, else `url`."""
    text: str
    """The source, decoded."""
    tree: etree._Element
    charset: str
    replaced_chars: int
    """Bytes that the charset could not read."""
    warnings: tuple[ReaderWarning, ...]
    """What had to be done to the source before it could be parsed."""
    served: str
    """When it was sent, as the header `Date` says; empty without one."""


def parse(
    body: bytes, url: str, headers: Mapping[str, str] | None = None, charset: str | None = None
) -> Page:
    """Parse a page. `headers` have lower-case names; `charset` is for sites whose bytes mislead."""
    headers = headers or {}
    decoded = decode_as(body, charset) if charset else decode(body, _declared(body, headers))
    guarded = guard(decoded.text, decoded.utf8)
    tree, warnings = parse_tree(guarded.source)
    return Page(
        url=url,
        base_url=page_base(tree, url),
        text=decoded.text,
        tree=tree,
        charset=decoded.charset,
        replaced_chars=decoded.replaced_chars,
        warnings=guarded.warnings + warnings,
        served=headers.get("date", ""),
    )


def _declared(body: bytes, headers: Mapping[str, str]) -> str | None:
    declared = _CHARSET.search(headers.get("content-type", "")) or _CHARSET.search(
        body[:2048].decode("latin-1")
    )
    return declared[1] if declared else None
