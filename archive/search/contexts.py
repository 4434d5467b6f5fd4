"""What stands beside matches: as much of each, so that many are two long strings, not many short ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Final, Literal, TypeAlias

from archive.fold import fold
from archive.search.needles import Span

Side: TypeAlias = Literal["left", "right"]

WIDTH: Final = 20
"""Code points on each side of a match."""
_TOGETHER: Final = 2000
"""Matches whose contexts are joined at once: until then each takes as much memory as forty characters."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """`WIDTH` code points of each match as printed; blank where a line ends, and beyond the text."""

    left: str
    right: str

    def nearest(self, side: Side, reach: int) -> Iterator[str]:
        """Yield of each match the `reach` code points next to it, `WIDTH` at most."""
        whole, first = (self.left, WIDTH - reach) if side == "left" else (self.right, 0)
        return (whole[at : at + reach] for at in range(first, len(whole), WIDTH))

    def order(self, side: Side) -> list[int]:
        """Return the matches by what stands beside them, read from the match outwards.

        In Simplified characters, by their place in GB 18030: pinyin for the 3,755 most frequent.
        """
        ranked = _ranked(self.left[::-1] if side == "left" else self.right)
        keys = [ranked[at : at + WIDTH] for at in range(0, len(ranked), WIDTH)]
        if side == "left":
            keys.reverse()
        return sorted(range(len(keys)), key=keys.__getitem__)


class ContextsWriter:
    """Takes in the matches of one text after the other."""

    def __init__(self) -> None:
        self._left: list[str] = []
        self._right: list[str] = []
        self._joined: list[Contexts] = []

    def add(self, text: str, spans: Sequence[Span]) -> None:
        """Add the matches of a text."""
        for start, end in spans:
            before = text[start - WIDTH : start] if start >= WIDTH else text[:start].rjust(WIDTH)
            self._left.append(before)
            self._right.append(text[end : end + WIDTH].ljust(WIDTH))
        if len(self._left) > _TOGETHER:
            self._join()

    def contexts(self) -> Contexts:
        """Return those of all matches."""
        self._join()
        return Contexts(*("".join(parts) for parts in zip(*map(astuple, self._joined), strict=True)))

    def _join(self) -> None:
        self._joined.append(Contexts(_in_one_line(self._left), _in_one_line(self._right)))
        self._left.clear()
        self._right.clear()


def _in_one_line(contexts: Iterable[str]) -> str:
    return "".join(contexts).replace("\n", " ")


def _ranked(text: str) -> str:
    """Return the text with characters in place of its own that compare as theirs are sorted."""
    characters = "".join(set(text))
    folded = fold(characters)
    ordered = sorted(set(folded), key=lambda character: character.encode("gb18030", "replace"))
    ranks = {character: rank for rank, character in enumerate(ordered)}
    return text.translate({ord(own): ranks[other] for own, other in zip(characters, folded, strict=True)})
