"""Winnowing: a few fingerprints of a text, so chosen that two texts with a long run in common share one.

Schleimer, Wilkerson and Aiken, Winnowing: Local Algorithms for Document Fingerprinting (SIGMOD 2003), robust
form: of each window the least hash, the last of equals, and that of the window before as long as it stays.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from struct import unpack_from
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
    hashes = _hashes(letters.encode("utf-32-le"))
    return tuple((hashes[at] - 2**31, places[at]) for at in _kept(hashes))


def _hashes(data: bytes) -> array[int]:
    """Return the hash of each run of `NOISE` letters of four bytes.

    Runs that follow each other without overlapping are cut out of the text in one go, one letter later each
    time: to slice every run by itself takes as long as to hash it.
    """
    count = max(0, len(data) // 4 - NOISE + 1)
    hashes = array("I", bytes(array("I").itemsize * count))
    for first in range(min(NOISE, count)):
        number = len(range(first, count, NOISE))
        runs = unpack_from(f"{4 * NOISE}s" * number, data, 4 * first)
        hashes[first::NOISE] = array("I", map(crc32, runs))
    return hashes


def _kept(hashes: array[int]) -> Iterator[int]:
    """Yield the place of each window's least hash once; a text shorter than a window is one window."""
    window = min(WINDOW, len(hashes))
    value, left_at = -1, window - 1
    for newest, hashed in enumerate(hashes[window - 1 :], window - 1):
        if hashed < value:
            least = newest
        elif newest == left_at:
            least = _last_least(hashes, newest - window + 1, newest + 1)
        else:
            continue
        value, left_at = hashes[least], least + window
        yield least


def _last_least(hashes: array[int], start: int, end: int) -> int:
    window = hashes[start:end]
    window.reverse()
    return end - 1 - window.index(min(window))
