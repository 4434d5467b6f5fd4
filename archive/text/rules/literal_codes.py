"""Codes of a character printed as text, and the character put back for each.

?#8220; &ldquo; &#x201c;    a template escaped a text twice, a filter took the & away
\\u540c\\u53f0 %u540c%u53f0   a script's string
%E5%90%8C%E5%8F%B0          an address
x0dx0a \\r\\n                 a line break
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_BREAK = re.compile(
    r"(?:\\?x0d\\?x0a|_x000d_)+|(?:\\r\\n)+(?![a-z])|\\n(?<![\x21-\x7e]\\n)(?:\\n)*(?=[^\x00-\x7f”’」]|[0-9(]|$)",
    re.IGNORECASE,
)
_SIGNS_OF_BREAKS = ("x0d", "x000d", "\\")
_REFERENCE = re.compile(r"[?&]#(?P<number>\d{2,5}|x[0-9a-f]{2,5});|&(?P<name>[a-z]{2,8});", re.IGNORECASE)
_ESCAPES = re.compile(r"(?:[\\%]u[0-9a-f]{4})+", re.IGNORECASE)
_PERCENT = re.compile(
    r"(?<![A-Za-z0-9/=&?#.])(?:%e[2-9a-f]%[89ab][0-9a-f]%[89ab][0-9a-f]|%ef%[89ab][0-9a-f]%[89ab][0-9a-f])+",
    re.IGNORECASE,
)
"""Of characters that UTF-8 writes in three bytes; not within an address."""


def _find(manuscript: Manuscript) -> Findings:
    breaks = _BREAK.finditer(manuscript.text) if manuscript.has_any(_SIGNS_OF_BREAKS) else ()
    return Findings(changes=sorted([*_breaks(breaks), *_characters(manuscript)]))


def _breaks(matches: Iterable[re.Match[str]]) -> Iterator[Change]:
    for match in matches:
        yield Change(match.start(), match.end(), "\n")


def _characters(manuscript: Manuscript) -> Iterator[Change]:
    text = manuscript.text
    for match in _REFERENCE.finditer(text) if manuscript.has_any(("#", "&")) else ():
        yield from _put(match, html.unescape(f"&#{match['number']};" if match["number"] else match[0]))
    for match in _ESCAPES.finditer(text) if manuscript.has_any(("\\u", "%u")) else ():
        yield from _put(match, "".join(chr(int(code, 16)) for code in re.findall("[0-9a-fA-F]{4}", match[0])))
    for match in _PERCENT.finditer(text) if manuscript.has_any(("%e",)) else ():
        yield from _put(match, unquote(match[0], errors="replace"))


def _put(match: re.Match[str], meant: str) -> Iterator[Change]:
    """A name that HTML does not know stays, and so does what no text prints."""
    if meant != match[0] and "\ufffd" not in meant and (meant.isprintable() or meant.isspace()):
        yield Change(match.start(), match.end(), meant)


RULE = rule("literal_codes", 3, _find, signs=(*_SIGNS_OF_BREAKS, "#", "&", "%u", "%e"))
