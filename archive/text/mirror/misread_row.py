"""A row of misread text: the readings of it that are followed side by side, and which of them counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from archive.text.mirror.gbk_candidates import is_common
from archive.text.mirror.han_bigrams import likelihood

LOST = "\ufffd"
"""Stands for a character of which one byte is gone for good."""
SURE_ENOUGH = 0.53
"""A character of which a byte was lost is not put back where it is less likely than this."""
UNKNOWN_LEAD = -1
"""As `Path.pending`: the byte that waits is gone."""
_SUREST_GUESS = 0.99
_RARE = -4.0
"""What a character costs that hardly any text holds, beside its likelihood."""
_NO_BYTE_LEFT = -7.0
"""Logarithm of the likelihood of any one of some thousand characters."""


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of misread text and what it was."""

    end: int
    """Code point behind the stretch."""
    put: str
    confidence: float
    """1.0 where the bytes leave no choice."""
    likeliest: str
    """The characters before the stretch and its likeliest reading, however unlikely that is."""


class Path(NamedTuple):
    """One reading of a row up to some place in it."""

    put: str
    pending: int
    """The byte that waits for its second half."""
    score: float
    guessed: tuple[int, ...] = ()
    """Places in `put` of which a byte was lost."""
    end: int = 0
    """Code point behind the row, once it is closed."""

    def then(self, character: str, pending: int = 0, *, bonus: float = 0.0) -> Path:
        """Go on with a character of which both bytes stand; `bonus` is what the page says for it."""
        return Path(self.put + character, pending, self._score_with(character) + bonus, self.guessed)

    def guess(self, character: str, pending: int = 0, *, bonus: float = 0.0) -> Path:
        """Go on with a character of which one byte is gone."""
        guessed = (*self.guessed, len(self.put))
        return Path(self.put + character, pending, self._score_with(character) + bonus, guessed)

    def _score_with(self, character: str) -> float:
        cost = 0.0 if is_common(character) or not character.isalpha() else _RARE
        return self.score + likelihood(self.put[-2:], character) + cost

    def lose(self) -> Path:
        """Go on behind a character without both its bytes, and before one without its lead byte."""
        return Path(self.put + LOST, UNKNOWN_LEAD, self.score + _NO_BYTE_LEFT, (*self.guessed, len(self.put)))

    def with_letter(self, end: int) -> Path:
        """Close where the second half is an ASCII character for itself."""
        return Path(self.put + chr(self.pending), 0, self.score, self.guessed, end)

    def closed(self, end: int) -> Path:
        """Close where nothing waits for its second half."""
        return Path(self.put, 0, self.score, self.guessed, end)


def likeliest(text: str, paths: Sequence[Path], skip: int) -> Row | None:
    """Take the likeliest path, with `LOST` where the others contradict it too often.

    `skip` characters stood before the row. None where no path was closed.
    """
    if not paths:
        return None
    if len(paths) == 1 and not paths[0].guessed:
        (only,) = paths
        return Row(only.end, only.put[skip:], 1.0, only.put)
    end = max(path.end for path in paths)
    scores = [path.score + _score_behind(text, path, end) for path in paths]
    best, score = max(zip(paths, scores, strict=True), key=lambda pair: pair[1])
    votes = [(path.put, exp(other - score)) for path, other in zip(paths, scores, strict=True)]
    put, confidence = list(best.put), 1.0
    for place in range(skip, len(put)):
        share = _share(votes, place, put[place])
        if place in best.guessed:
            put[place] = put[place] if share >= SURE_ENOUGH else LOST
            share = min(share, _SUREST_GUESS)
        confidence = min(confidence, share)
    return Row(best.end, "".join(put[skip:]), round(confidence, 3), best.put)


def _share(votes: Sequence[tuple[str, float]], place: int, character: str) -> float:
    agreeing = sum(weight for put, weight in votes if put[place : place + 1] == character)
    return agreeing / sum(weight for _, weight in votes)


def _score_behind(text: str, path: Path, end: int) -> float:
    """Rows of different length compare when what stands behind the shorter one counts as well."""
    behind = text[path.end : end + 1]
    if not behind:
        return likelihood(path.put[-1:], "")
    return sum(likelihood((path.put + behind[:at])[-2:], behind[at]) for at in range(len(behind)))


def fluency(text: str) -> float:
    """Return the mean likelihood of the characters, each behind the one before it."""
    score = sum(likelihood(text[max(0, at - 2) : at], text[at]) for at in range(1, len(text)))
    return score / max(1, len(text) - 1)
