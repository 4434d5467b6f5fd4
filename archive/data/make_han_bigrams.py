"""Make han_bigrams.tsv: how likely one Han character follows another, by which lost bytes are restored.

    python -m archive.data.remake han_bigrams.tsv

Counted over the dictionary of jieba 0.42.1 (MIT licence), whose words bear their frequencies; no running text
is needed: inside a word its own characters follow each other, and behind it any word may begin. Words are
folded, so that one table serves both scripts. A count is the letter of its binary logarithm, A for 1, B for
2, C for 4.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import distribution
from pathlib import Path

from archive.fold import fold

VERSION = 1
FEWEST = 32
"""Rarer pairs are names and slips; with them the table would be three times as large."""
MARKS = {
    "，": 60,
    "。": 30,
    "、": 25,
    "；": 4,
    "：": 5,
    "“": 8,
    "”": 8,
    "！": 1,
    "（": 3,
    "）": 3,
    "《": 2,
    "》": 2,
    "？": 1,
}
"""Marks among a thousand words of official prose: the dictionary has none."""

_HEAD = (
    f"# version {VERSION}: character; how often it begins, ends and is a word; what follows it in one, "
    "how often, and how often as its end. Made by archive/data/make_han_bigrams.py.\n"
)


def tables() -> dict[str, str]:
    """Return the table."""
    counts = _Counts()
    for word, count in _words():
        counts.add(word, count)
    followers = _followers(counts)
    rows = (
        f"{han}\t{counts.letters_of(han)}\t{followers.get(han, '')}\n"
        for han in sorted({*counts.first, *counts.last, *followers})
    )
    return {"han_bigrams.tsv": _HEAD + "".join(rows)}


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often characters and pairs of them stand where in the words."""

    first: Counter[str] = field(default_factory=Counter)
    last: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    """Characters that are a word."""
    pairs: Counter[str] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)
    """The last two characters of a word."""

    def add(self, word: str, count: int) -> None:
        """Count a word that stands `count` times."""
        self.first[word[0]] += count
        self.last[word[-1]] += count
        self.alone[word] += count if len(word) == 1 else 0
        self.endings[word[-2:]] += count
        self.pairs.update({word[at : at + 2]: count for at in range(len(word) - 1)})

    def letters_of(self, han: str) -> str:
        """Return how often a character begins, ends and is a word."""
        return "".join(_letter(counter[han]) for counter in (self.first, self.last, self.alone))


def _words() -> Iterator[tuple[str, int]]:
    dictionary = Path(str(distribution("jieba").locate_file("jieba/dict.txt")))
    lines = dictionary.read_text("utf-8").splitlines()
    words = [(fold(word), int(count)) for word, count, _ in map(str.split, lines) if _is_han(word)]
    total = sum(count for _, count in words)
    yield from words
    yield from ((fold(mark), total * share // 1000) for mark, share in MARKS.items())


def _is_han(word: str) -> bool:
    return all("一" <= character <= "鿿" for character in word)


def _followers(counts: _Counts) -> dict[str, str]:
    """Of each character those that follow it in a word, how often, and how often as its end."""
    followers = defaultdict[str, str](str)
    for pair, count in sorted(counts.pairs.items()):
        if count >= FEWEST:
            followers[pair[0]] += f"{pair[1]}{_letter(count)}{_letter(counts.endings[pair])}"
    return followers


def _letter(count: int) -> str:
    return chr(ord("@") + count.bit_length())
