"""What must be put right in the source of a page, lest the parser hang or lose text without a word.

Each of these was reproduced with libxml2 2.14: it drops whatever follows a first `</html>`, cuts below 2,048
nested elements, takes quadratic time over the attributes of one tag, refuses an XML declaration, and leaves
elements younger than it in the head of a page that opens no `<body>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive.model import ReaderWarning

MAX_CHARS = 16_000_000
"""No page of text is longer; what is, is cut."""
_MAX_TAG_BYTES = 20_000
_MAX_ATTRIBUTES = 1_000

_XML_DECLARATION = re.compile(rb"\s*<\?xml[^>]*>", re.IGNORECASE)
_DOCUMENT_END = re.compile(rb"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])\s*>")
_BODY = re.compile(rb"<[bB][oO][dD][yY][\s>]")
_BEGINS_BODY = re.compile(
    rb"<(?=(?:header|nav|main|section|article|aside|footer|figure|hgroup|details|dialog|search)[\s>])",
    re.IGNORECASE,
)
_TAG_OPENING = re.compile(rb"<[a-zA-Z][\w:-]*(?=\s)")
_UNQUOTED_TAG = re.compile(rb"<([a-zA-Z][\w:-]*)(\s[^<>]{%d,})(?:>|(?=<)|\Z)" % _MAX_TAG_BYTES)
"""Also one that is never closed: the parser ends it at the next, or at the page's end."""
_CLOSED_TAG = re.compile(rb"""(?:[^"'>]|"[^"]*"|'[^']*')*+>""")
_QUOTED = re.compile(rb"""\"[^"]*"|'[^']*'""")
_TAG_IN_QUOTES = re.compile(rb"""<(?<=["']<)""")
"""Looks behind each `<`, which is found three times as fast as a quote with one behind it."""
_LINE_TAG = re.compile(
    r"</?(?:p|br|div|tr|li|h[1-6]|title|table|ul|ol|dl|dt|dd)\b[^<>]{0,2000}>", re.IGNORECASE
)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")


class Guarded(NamedTuple):
    """Source that can be parsed, and what had to be done to it."""

    source: bytes
    """UTF-8, which is searched in half the time that text takes."""
    warnings: tuple[ReaderWarning, ...]
    """`page_cut`, `attributes_dropped`, `comment_unclosed`; empty for nearly every page."""


def guard(text: str, utf8: bytes | None = None) -> Guarded:
    """Return `text` in a form of which the parser loses nothing; `utf8` are its bytes where known."""
    warnings: list[ReaderWarning] = ["page_cut"] if len(text) > MAX_CHARS else []
    if warnings or utf8 is None:
        utf8 = text[:MAX_CHARS].encode("utf-8", "replace")
    source = utf8.replace(b"\0", b"")
    source = _DOCUMENT_END.sub(b"", source)
    if declaration := _XML_DECLARATION.match(source):
        source = source[declaration.end() :]
    if not _BODY.search(source):
        source = _BEGINS_BODY.sub(b"<body><", source, count=1)
    if _may_have_huge_tag(source):
        whole = len(source)
        source = _UNQUOTED_TAG.sub(_without_attributes, b"".join(_without_huge_tags(source)))
        if len(source) < whole:
            warnings.append("attributes_dropped")
    start = source.rfind(b"<!--")
    if start > source.rfind(b"-->"):
        source = source[:start] + source[start + 4 :]
        warnings.append("comment_unclosed")
    return Guarded(source, tuple(warnings))


def _may_have_huge_tag(source: bytes) -> bool:
    """Tell whether a tag goes on for long without a `<`, or many `<` stand in attributes."""
    if any(map(_is_long_tag, _long_without_tag(source))):
        return True
    return len(_TAG_IN_QUOTES.findall(source)) > _MAX_ATTRIBUTES


def _long_without_tag(source: bytes) -> Iterator[bytes]:
    """Yield what stands between one `<` and the next, wherever it may be longer than a tag should be."""
    at, step = 0, _MAX_TAG_BYTES // 2
    while at < len(source):
        # Where that much has no `<`, a whole step has none: on most pages this looks at next to nothing.
        if source.find(b"<", at, at + step) >= 0:
            at += step
            continue
        opened, end = source.rfind(b"<", 0, at) + 1, source.find(b"<", at)
        at = end if end >= 0 else len(source)
        yield source[opened:at]


def _is_long_tag(opened: bytes) -> bool:
    """Tell a tag from a long script or text: one whose attributes end early is none."""
    if len(opened) <= _MAX_TAG_BYTES or not opened[:1].isalpha():
        return False
    closed = _CLOSED_TAG.match(opened)
    return closed is None or closed.end() > _MAX_ATTRIBUTES


def flatten(source: str) -> str:
    """Return a page that nests too deeply with a line break for each tag that ends a line, and no others."""
    return _ANY_TAG.sub("", _LINE_TAG.sub("\ufdd0", source)).replace("\ufdd0", "<br>")


def _without_huge_tags(source: bytes) -> Iterator[bytes]:
    """Yield `source` less the attributes of tags that have too many, in one pass from tag to tag.

    A `<` may stand in a tag, outside quotes too; where a quote is never closed, nothing behind it is a tag.
    """
    at = 0
    while opening := _TAG_OPENING.search(source, at):
        closed = _CLOSED_TAG.match(source, opening.end())
        if closed is None:
            break
        yield source[at : opening.end()]
        yield b">" if _has_too_many(closed[0]) else closed[0]
        at = closed.end()
    yield source[at:]


def _without_attributes(tag: re.Match[bytes]) -> bytes:
    return b"<%b>" % tag[1] if _has_too_many(tag[2]) else tag[0]


def _has_too_many(attributes: bytes) -> bool:
    if len(attributes) < _MAX_ATTRIBUTES:
        return False
    bare = _QUOTED.sub(b"", attributes)
    return bare.count(b"=") + len(bare.split()) > _MAX_ATTRIBUTES
