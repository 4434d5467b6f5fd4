"""What stands beside matches: as much of each, so that many are two long strings, not many short ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Final, Literal, TypeAlias

from archive.fold import fold
from archive.search.in_text.written import Span

Side: TypeAlias = Literal["left", "right"]
SIDES: Final[tuple[Side, ...]] = ("left", "right")

WIDTH: Final = 20
"""Code points on each side of a match."""
_TELLING: Final = 4
"""Code points next to a match that mostly tell its place: to fold all of them takes as long as to sort."""
_TOGETHER: Final = 2000
"""Matches whose contexts are joined at once: until then each takes as much memory as forty characters."""
_PUNCTUATION: Final = re.compile(r"(?=[^\w\n])")
_LAST: Final = "\ue4c5"
"""The last place of GB 18030, for private use: what has it before it stands behind all words."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """`WIDTH` code points of each match as printed; blank where a line ends, and beyond the text."""

    left: str
    right: str

    def __len__(self) -> int:
        """Of how many matches."""
        return len(self.right) // WIDTH

    def nearest(self, side: Side, reach: int) -> Iterator[str]:
        """Yield of each match the `reach` code points next to it, `WIDTH` at most."""
        whole, first = (self.left, WIDTH - reach) if side == "left" else (self.right, 0)
        return (whole[at : at + reach] for at in range(first, len(whole), WIDTH))

    def order(self, side: Side, matches: Iterable[int]) -> list[int]:
        """Sort numbers of matches by what stands beside them, read from the match outwards.

        In Simplified characters, by their place in GB 18030: pinyin for the 3,755 most frequent. Punctuation
        and blanks come behind the words. Matches that have the same beside them keep their order.
        """
        outwards = self.left[::-1] if side == "left" else self.right
        keys = _keys(outwards[at : at + _TELLING] for at in range(0, len(outwards), WIDTH))
        counts = Counter(keys)
        alike = [number for number, key in enumerate(keys) if counts[key] > 1]
        rest = _keys(outwards[number * WIDTH + _TELLING : (number + 1) * WIDTH] for number in alike)
        for number, key in zip(alike, rest, strict=False):
            keys[number] += key
        if side == "left":
            keys.reverse()
        return sorted(matches, key=keys.__getitem__)


class ContextsWriter:
    """Takes in matches, those of some texts after those of others."""

    def __init__(self) -> None:
        self._left: list[str] = []
        self._right: list[str] = []
        self._joined: list[Contexts] = []

    def add(self, text: str, spans: Sequence[Span]) -> None:
        """Add matches that stand `WIDTH` code points or more from both ends of `text`."""
        self._left += [text[start - WIDTH : start] for start, _ in spans]
        self._right += [text[end : end + WIDTH] for _, end in spans]
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


def _keys(contexts: Iterable[str]) -> list[bytes]:
    """Return what compares as the contexts are sorted; no character's bytes begin with another's."""
    marked = _PUNCTUATION.sub(_LAST, fold("\n".join(contexts)))
    return marked.encode("gb18030", "replace").split(b"\n")
