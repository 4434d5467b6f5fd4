"""Codes of a character printed as text: `?#8220;` or `&ldquo;` for “, `x0dx0a` for a line break.

Left by templates that escaped a text twice and by filters that took the & or the backslash away.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_BREAK = re.compile(r"(?:(?:\\?x0d)(?:\\?x0a)|_x000d_)+", re.IGNORECASE)
_REFERENCE = re.compile(
    r"[?&]#(?P<number>\d{2,5});|&(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|quot|amp|lt|gt|times);"
)


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=_changes(manuscript.text))


def _changes(text: str) -> Iterator[Change]:
    for match in _BREAK.finditer(text):
        yield Change(match.start(), match.end(), "\n")
    for match in _REFERENCE.finditer(text):
        meant = html.unescape(f"&#{match['number']};" if match["number"] else match[0])
        if meant.isprintable() or meant.isspace():
            yield Change(match.start(), match.end(), meant)


RULE = rule("literal_codes", 1, _find, signs=("x0d", "x000d", "#", "&"))
