"""The fold that makes both scripts, all widths and both cases one: rules match on it, search indexes it.

It is length-preserving: one code point in, one code point out, so that an offset in the folded text is an
offset in the text. What Unicode would widen (㈠ → (一), ß → ss) therefore stays as it is.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache
from importlib.resources import files

FOLD_VERSION = 1
"""Raised whenever the fold of any character changes: an index written with another version is refused."""


def fold(text: str) -> str:
    """Return `text` in Simplified characters, half width and lower case, code point for code point."""
    return text.translate(_table())


@cache
def _table() -> dict[int, int]:
    """Every code point that changes, from Unicode and `data/fold.tsv`."""
    variants = {}
    for line in files("archive.data").joinpath("fold.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            variant, canonical = line.split("\t")
            variants[variant] = canonical
    table = {}
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        plain = _one_to_one(unicodedata.normalize("NFKC", character), character)
        lower = _one_to_one(plain.casefold(), plain)
        folded = variants.get(lower, lower)
        if folded != character:
            table[code] = ord(folded)
    return table


def _one_to_one(mapped: str, character: str) -> str:
    return mapped if len(mapped) == 1 else character
