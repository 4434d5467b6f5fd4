"""The title of a red-headed document (红头文件): below its issuer and its number, above whom it addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.catalogue.genre import genre
from archive.fold import fold
from archive.model import Extraction

_NUMBER = re.compile(r"\s*[㐀-鿿]{1,20}\s?[\[〔(]\d{4}[\])〕]\s?第?\s?\d{1,5}\s?号(?:\s+签发人.*)?\s*")
_RULE = re.compile(r"[\s━─—_=★☆-]*|\s*签发人.*")
_MOST_ABOVE = 3
_MOST_LINES = 3
_LONGEST = 80


def titled(document: Extraction) -> Extraction:
    """Return it with the title that stands below the number of a document; the lines above stay text.

    Only a title that names what it is (……的通知) is taken, since the issuer stands in larger letters.
    """
    lines = [block.text for block in document.blocks[: _MOST_ABOVE + 1 + 2 * _MOST_LINES]]
    first = next(
        (n + 1 for n, line in enumerate(lines[: _MOST_ABOVE + 1]) if _NUMBER.fullmatch(fold(line))), 0
    )
    while 0 < first < len(lines) and _RULE.fullmatch(fold(lines[first])):
        first += 1
    end = _end_of_title(lines, first) if first > 1 else None
    if end is None:
        return document
    title = "".join(line.strip() for line in lines[first:end])
    return replace(document, title=title, blocks=document.blocks[:first] + document.blocks[end:])


def _end_of_title(lines: Sequence[str], first: int) -> int | None:
    """Behind the line at which the title names what it is; None where no such line comes."""
    for end in range(first + 1, min(first + _MOST_LINES, len(lines)) + 1):
        title = fold("".join(line.strip() for line in lines[first:end]))
        if len(title) > _LONGEST or re.search("[。:;]", title):
            return None
        if genre(title, "") and not title.endswith("的"):
            return end
    return None
