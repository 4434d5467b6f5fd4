"""How likely one Han character follows another, in either script: what chooses where bytes are lost.

The table knows words, no texts (`archive/data/make_han_bigrams.py`): a character is followed by the next one
of its word or, where the word ends, by any that begins one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from archive.data import data_lines
from archive.fold import fold

_UNKNOWN = 0.02
"""Share of pairs that the table can't know: names, figures, a mark behind a mark."""
_COMMON = 128
"""Of such a pair 46 in 100 of prose are, and 4 of the pairs that a mark parts."""
_LINE_ENDS = frozenset(("", "\n", "\r"))
_LAST_MARKS = frozenset("。：；！？")
_LAST, _LAST_ELSE = log(0.2), log(0.0002)
"""How likely a line ends behind such a mark, and behind anything else."""
_FOREIGN = log(0.001)
"""How likely a figure or a Latin letter is, of which the table has none."""


class _Entry(NamedTuple):
    begins: int
    """How often the character begins a word."""
    ends: int
    alone: int
    followers: Mapping[str, tuple[int, int]]
    """What follows it inside a word, how often, and how often that ends the word."""
    inside: int
    """How often anything follows it inside a word."""


@lru_cache(maxsize=1 << 16)
def likelihood(before: str, character: str) -> float:
    """Return the logarithm of the probability that `character` follows the one or two characters `before`.

    Empty stands for the beginning and the end of a text.
    """
    if character in _LINE_ENDS:
        return _LAST if before[-1:] in _LAST_MARKS else _LAST_ELSE
    if character.isascii() or (character.isnumeric() and not _entry(fold(character))):
        return _FOREIGN
    entry, last = _entry(fold(character)), _entry(fold(before[-1:]))
    begins = entry.begins / _words() if entry else 0.0
    anywhere = (begins + (entry.ends / _words() if entry else 0.0)) / 2
    share = begins
    if last:
        ended = _ended(fold(before))
        inside = last.followers.get(fold(character), (0, 0))[0] / max(1, last.inside)
        share = ended * begins + (1 - ended) * inside
    return log((1 - _UNKNOWN) * share + _UNKNOWN * anywhere + 1e-9)


def is_inside_a_word(before: str, behind: str) -> bool:
    """Tell whether two characters stand side by side in a common word; two words hardly ever meet so."""
    entry = _entry(fold(before))
    return entry is not None and entry.followers.get(fold(behind), (0, 0))[0] >= _COMMON


@lru_cache(maxsize=1 << 16)
def _ended(before: str) -> float:
    """Return the probability that a word ends behind the last character of `before`."""
    last, first = _entry(before[-1:]), _entry(before[-2:-1])
    if last is None:
        return 1.0
    by_itself = last.ends / max(1, last.ends + last.inside)
    if first is None:
        return by_itself
    together, ending = first.followers.get(before[-1], (0, 0))
    apart = first.ends * last.begins / _words()
    alone = min(1.0, last.alone / max(1, last.begins))
    return (min(together, ending) + apart * alone) / (together + apart) if together + apart else by_itself


@cache
def _entry(character: str) -> _Entry | None:
    row = _rows().get(character)
    if row is None:
        return None
    counts, pairs = row.split("\t")
    begins, ends, alone = map(_count, counts)
    followers = {pairs[at]: (_count(pairs[at + 1]), _count(pairs[at + 2])) for at in range(0, len(pairs), 3)}
    return _Entry(begins, ends, alone, followers, sum(count for count, _ in followers.values()))


@cache
def _rows() -> dict[str, str]:
    return {line[0]: line[2:] for line in data_lines("han_bigrams.tsv")}


@cache
def _words() -> int:
    return sum(_count(row[0]) for row in _rows().values())


def _count(letter: str) -> int:
    """A → 1, B → 2, C → 4; @ → 0."""
    return 1 << ord(letter) - ord("A") if letter > "@" else 0
