"""Whether two texts are copies: the decision, from what they have in common and where they stand."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from archive.copies.comparison import Comparable, Comparison, numbers_within
from archive.copies.keys import keys_of
from archive.copies.letters import letters_of
from archive.copies.mirrors import same_path
from archive.copies.winnowing import Fingerprint, fingerprints

COPIED: Final = 0.85
"""Share of a copy that stands in its original; the rest are names, misread bytes, a line of the site."""

COPIED_AT_PATH: Final = 0.6
"""Likewise where both addresses have the same telling path."""

SAME_NUMBERS: Final = 0.75
"""Notices of two years or two firms agree in everything but dates, names and counts."""

_FEW: Final = 0.5
"""A text of less than this share of the other is a part of it: it must begin or end where the other does."""

_SHORTEST_PART: Final = 80
_NEAR: Final = 60
"""Letters that a copy may leave out or put before its beginning."""


class ComparedText:
    """One article; what comparing needs of it is made once, when it is asked for."""

    def __init__(self, url: str, body: str) -> None:
        self.url = url
        self.body = body

    @cached_property
    def comparable(self) -> Comparable:
        """Its letters."""
        return Comparable(letters_of(self.body))

    @cached_property
    def keys(self) -> frozenset[int]:
        """Of these it shares some with each of its copies."""
        return keys_of(self.comparable.letters, self.url)

    @property
    def fingerprints(self) -> tuple[Fingerprint, ...]:
        """Of these it shares some with each text that has a passage of it."""
        return fingerprints(self.body)


def may_be_copies(one: ComparedText, other: ComparedText) -> bool:
    """Whether comparing is worth its time: not where the numbers of both differ, as in two bulletins."""
    pairs = ((one.comparable, other.comparable), (other.comparable, one.comparable))
    return same_path(one.url, other.url) or any(numbers_within(*pair) >= SAME_NUMBERS for pair in pairs)


def are_copies(one: ComparedText, other: ComparedText, found: Comparison) -> bool:
    """Whether one text is a copy of the other, or of a part of it; `found` compares them.

    It doesn't matter which of them comes first.
    """
    if same_path(one.url, other.url):
        return found.greater >= COPIED_AT_PATH
    if found.greater < COPIED or found.numbers < SAME_NUMBERS:
        return False
    return _is_whole(one, other, found)


def _is_whole(one: ComparedText, other: ComparedText, found: Comparison) -> bool:
    """No excerpt: about as long as the other, or a long part of it from the beginning or up to the end."""
    shorter, longer = sorted((one.comparable.size, other.comparable.size))
    if shorter >= _FEW * longer:
        return True
    return shorter >= _SHORTEST_PART and (found.starts <= _NEAR or found.ends <= _NEAR)
