"""How files of characters begin: pages, mails that hold one, feeds and other data for programs."""

from __future__ import annotations

import codecs
import json
import re

BLANKS = b" \t\r\n\f\v\0\x1a"
BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_PAGE = re.compile(
    rb"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype\s+html|html|head|body|meta|title|script|frameset)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(rb"</?(?:p|br|div|td|table|span|font|a\s+href)\b[^<>]*>", re.IGNORECASE)
_MAIL = re.compile(rb"[a-z-]+:[^\0]{0,2000}?^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_ROOT = re.compile(
    rb"(?>\s+|<\?[^>]*>|<!--.*?-->|<!doctype[^>\[]*>)*+<(?P<name>[a-z][\w:.-]*)", re.IGNORECASE | re.DOTALL
)
_WORD_XML = (b"w:worddocument", b"pkg:package")
_FEEDS = (b"rss", b"feed", b"rdf:rdf", b"urlset", b"sitemapindex")
_OF_PAGES = frozenset(
    b"html head body meta title link base style script noscript frameset iframe wml div section article"
    b" header main nav table tbody tr td form input center p br hr h1 h2 h3 h4 h5 ul ol li dl dt dd font"
    b" span strong em a b i u img".split()
)
_PROGRAM_TYPE = re.compile("/(?:x-)?(?:javascript|ecmascript|css)$|[/+]json$")


def without_bom(body: bytes) -> bytes:
    """Return bytes without the mark of a Unicode charset at their beginning."""
    return next((body[len(bom) :] for bom in BOMS if body.startswith(bom)), body)


def begins_page(opening: bytes) -> bool:
    """Tell whether a page's head or body is opened."""
    return _PAGE.match(opening) is not None


def holds_markup(head: bytes) -> bool:
    """Tell whether tags of a page stand somewhere."""
    return _MARKUP.search(head) is not None


def begins_mht(opening: bytes) -> bool:
    """Tell whether these are the headers of a mail that holds a page and its pictures (RFC 2557)."""
    return _MAIL.match(opening) is not None


def begins_word_xml(opening: bytes) -> bool:
    """Tell whether this is a document that Word saved as a single file of XML."""
    return _root(opening) in _WORD_XML


def begins_data(opening: bytes) -> bool:
    """Tell whether this is XML that is no page: a feed, a map of a site, an interface's answer.

    Pages without a head of their own may follow an XML declaration, too.
    """
    root = _root(opening)
    is_declared = opening.lstrip().startswith(b"<?xml")
    return root in _FEEDS or (is_declared and bool(root) and root not in _OF_PAGES)


def is_for_programs(declared: str) -> bool:
    """Tell whether a declared type is that of a script, a style sheet or data."""
    return _PROGRAM_TYPE.search(declared) is not None


def is_json(body: bytes) -> bool:
    """Tell data in JSON: an object, or a list of objects or lists."""
    text = without_bom(body).strip(BLANKS)
    if text[:1] + text[-1:] not in (b"{}", b"[]"):
        return False
    try:
        data = json.loads(text.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) or all(isinstance(each, dict | list) for each in data)


def _root(opening: bytes) -> bytes:
    """The name of the first element, in lower case; empty where there is none."""
    found = _ROOT.match(opening)
    return found["name"].lower() if found else b""
