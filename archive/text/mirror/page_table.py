"""What a page tells of its mirror's table: all that the table holds is annotated wherever it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.text.mirror.annotation import ANNOTATION, reading_of
from archive.text.mirror.gbk_table import gbk_table

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
    sample: str
    """The page's beginning: such texts repeat themselves."""
    _followers: dict[str, str] = field(default_factory=dict, compare=False)
    """What stands behind a character in the sample, for those that were asked for."""

    @classmethod
    def of(cls, text: str) -> PageTable:
        """Read the page once."""
        readings = gbk_table().readings
        annotated = Counter(_annotated(text))
        standing = Counter(filter(readings.__contains__, text))
        plain = (c for c in standing if standing[c] > 2 * annotated[c])
        return cls(frozenset(annotated), frozenset(plain), text[:_SAMPLE])

    def favour(self, key: str) -> float:
        """Return what speaks for `key` where the bytes say that some key of the table stands."""
        return _AGREES if key in self.annotated else _CONTRADICTS if key in self.plain else 0.0

    def bare(self, before: str, character: str) -> float:
        """Return what speaks for `character` where it would stand behind `before`, without pinyin."""
        return self.repeats(before, character) + (_CONTRADICTS if character in self.annotated else 0.0)

    def repeats(self, before: str, character: str) -> float:
        """Return what speaks for `character` because the page has it behind `before` elsewhere."""
        return _REPEATS if character in self._behind(before[-1:]) else 0.0

    def _behind(self, character: str) -> str:
        """Return what stands behind the character in the sample: 天 also behind itself, in 天天."""
        followers = self._followers.get(character)
        if followers is None:
            pieces = f"{self.sample}\n".split(character)[1:] if character else ()
            followers = "".join({piece[:1] or character for piece in pieces})
            self._followers[character] = followers
        return followers


def _annotated(text: str) -> Iterator[str]:
    """Yield the characters that stand before one of their own readings, as often as they do."""
    table = gbk_table()
    for match in ANNOTATION.finditer(text):
        character = text[match.start() - 1]
        if not match["lost"] and table.reads(character, reading_of(match)):
            yield character
