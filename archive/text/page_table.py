"""What a page tells of its mirror's table: all that the table holds is annotated wherever it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from archive.text.annotation import ANNOTATION, reading_of
from archive.text.gbk_table import gbk_table

_AGREES = 3.0
_REPEATS = 1.5
_SAMPLE = 10_000
_CONTRADICTS = -6.0


@dataclass(frozen=True, slots=True)
class PageTable:
    """Characters with and without pinyin, as they stand on the page; rows of misread text count little."""

    annotated: frozenset[str]
    plain: frozenset[str]
    """Characters that stand without pinyin, though a converter may know them."""
    pairs: frozenset[str]
    """Characters that stand side by side in the page's beginning: such texts repeat themselves."""

    @classmethod
    def of(cls, text: str) -> PageTable:
        """Read the page once."""
        readings = gbk_table().readings
        annotated = Counter(
            text[match.start() - 1]
            for match in ANNOTATION.finditer(text)
            if not match["lost"] and reading_of(match) in readings.get(text[match.start() - 1], ())
        )
        standing = Counter(text)
        plain = (c for c in standing.keys() & readings.keys() if standing[c] > 2 * annotated[c])
        pairs = map("".join, pairwise(text[:_SAMPLE]))
        return cls(frozenset(annotated), frozenset(plain), frozenset(pairs))

    def favour(self, key: str) -> float:
        """Return what speaks for `key` where the bytes say that some key of the table stands."""
        return _AGREES if key in self.annotated else _CONTRADICTS if key in self.plain else 0.0

    def bare(self, before: str, character: str) -> float:
        """Return what speaks for `character` where it would stand behind `before`, without pinyin."""
        return self.repeats(before, character) + (_CONTRADICTS if character in self.annotated else 0.0)

    def repeats(self, before: str, character: str) -> float:
        """Return what speaks for `character` because the page has it behind `before` elsewhere."""
        return _REPEATS if before[-1:] + character in self.pairs else 0.0
