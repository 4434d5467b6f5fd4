"""How likely one Han character follows another, in either script: what chooses where bytes are lost.

The table knows words, no texts (`archive/data/make_han_bigrams.py`): a character is followed by the next one
of its word or, where the word ends, by any that begins one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from math import log
from typing import NamedTuple

from archive.fold import fold

_UNKNOWN = 0.02
"""Share of pairs that the table can't know: names, figures, a mark behind a mark."""
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
    followers: Mapping[str, int]
    total: int
    """How often anything follows it."""


@lru_cache(maxsize=1 << 16)
def likelihood(first: str, second: str) -> float:
    """Return the logarithm of the probability that `second` follows `first`, both one character.

    Empty stands for the beginning and the end of a text.
    """
    if second in _LINE_ENDS:
        return _LAST if first in _LAST_MARKS else _LAST_ELSE
    if second.isascii() or (second.isnumeric() and not _entry(fold(second))):
        return _FOREIGN
    before, behind = _entry(fold(first)), _entry(fold(second))
    begins = behind.begins / _words() if behind else 0.0
    share = begins
    if before and before.total:
        share = (before.followers.get(fold(second), 0) + before.ends * begins) / before.total
    anywhere = (begins + (behind.ends / _words() if behind else 0.0)) / 2
    return log((1 - _UNKNOWN) * share + _UNKNOWN * anywhere + 1e-9)


@cache
def _entry(character: str) -> _Entry | None:
    row = _rows().get(character)
    if row is None:
        return None
    counts, followers = row.split("\t")
    begins, ends = map(_count, counts)
    following = dict(zip(followers[0::2], map(_count, followers[1::2]), strict=True))
    return _Entry(begins, ends, following, ends + sum(following.values()))


@cache
def _rows() -> dict[str, str]:
    text = files("archive.data").joinpath("han_bigrams.tsv").read_text("utf-8")
    return {line[0]: line[2:] for line in text.splitlines() if not line.startswith("#")}


@cache
def _words() -> int:
    return sum(_count(row[0]) for row in _rows().values())


def _count(letter: str) -> int:
    """A → 1, B → 2, C → 4; @ → 0."""
    return 1 << ord(letter) - ord("A") if letter > "@" else 0
