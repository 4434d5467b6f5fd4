"""Winnowing: a few fingerprints of a text, so chosen that two texts with a long run in common share one.

Schleimer, Wilkerson and Aiken, Winnowing: Local Algorithms for Document Fingerprinting (SIGMOD 2003), robust
form: of each window the least hash, the last of equals, and that of the window before as long as it stays.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Final, TypeAlias
from zlib import crc32

from archive.copies.letters import letters_and_places

NOISE: Final = 16
"""Letters in a fingerprint; a shorter run in common is never seen."""

WINDOW: Final = 33
"""Fingerprints in a window, of which one is kept."""

GUARANTEED: Final = NOISE + WINDOW - 1
"""Any run of so many letters that two texts have in common is found: 60 characters of prose, marks included,
hold more."""

Fingerprint: TypeAlias = tuple[int, int]
"""Hash (signed, 32 bits: four bytes in SQLite) and the code point of the body where its letters begin."""


def fingerprints(body: str) -> tuple[Fingerprint, ...]:
    """Return the fingerprints of a body, ascending by their place."""
    letters, places = letters_and_places(body)
    data = letters.encode("utf-32-le")
    ends = range(4 * NOISE, len(data) + 1, 4)
    hashes = array("i", (crc32(data[end - 4 * NOISE : end]) - 2**31 for end in ends))
    return tuple((hashes[at], places[at]) for at in _kept(hashes))


def _kept(hashes: array[int]) -> Iterator[int]:
    """Yield the place of each window's least hash once; a text shorter than a window is one window."""
    window, least = min(WINDOW, len(hashes)), -1
    for start in range(len(hashes) - window + 1 if window else 0):
        newest = start + window - 1
        if least < start:
            least = _last_least(hashes, start, start + window)
        elif hashes[newest] < hashes[least]:
            least = newest
        else:
            continue
        yield least


def _last_least(hashes: array[int], start: int, end: int) -> int:
    window = hashes[start:end]
    window.reverse()
    return end - 1 - window.index(min(window))
