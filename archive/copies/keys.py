"""Keys of which copies share some, and other texts hardly ever two: only texts that do are compared.

The keys of a text depend on it alone, so it does not matter in which order texts come in. They are bands of
MinHash signatures (locality-sensitive hashing) of the whole text, of its head and of its tail: two texts of
which one is cut off resemble each other in the part they have in common, however little of the whole that is.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from typing import Final

from archive.addresses import split_address
from archive.copies.letters import MASK
from archive.copies.mirrors import is_telling

SHORTEST: Final = 30
"""Letters below which nothing is told of a text."""

ENOUGH: Final = 2
"""Keys that two texts must share to be compared."""

END: Final = 128
"""Letters of a head and of a tail."""

_SHINGLE: Final = 5
_ROWS: Final = 4
"""Values in a band. Heads whose shingles agree by .7 share two of 24 bands in 99 of 100 cases; those that
agree by .2, as formulas make them, in 7 of 10,000."""

_SEED: Final = 2026

_AT_ONCE: Final = 20_000
"""Shingles in memory; a line of 5 MB has almost two million."""


def keys_of(letters: str, url: str) -> frozenset[int]:
    """Return the keys of a text, from its letters and address, 48 bits each; none for a short one."""
    return frozenset(_keys(letters, url)) if len(letters) >= SHORTEST else frozenset()


def _keys(text: str, url: str) -> Iterator[int]:
    path = split_address(url).path
    if is_telling(path):
        yield from (_key(f"path{number}", path.encode()) for number in range(ENOUGH))
    yield from _bands("whole", text, 32)
    yield from _bands("head", text[:END], 24)
    yield from _bands("tail", text[-END:], 24)


def _bands(view: str, text: str, number: int) -> Iterator[int]:
    runs = text.split(MASK)
    if max(map(len, runs)) < _SHINGLE:
        return
    values = _signature(_shingles(runs), number * _ROWS)
    size = len(values) // number
    for band in range(number):
        yield _key(f"{view}{band}", values[band * size : (band + 1) * size])


def _shingles(runs: Iterable[str]) -> Iterator[str]:
    """Overlapping runs of characters, in order; one over a mask is none."""
    return (run[at : at + _SHINGLE] for run in runs for at in range(len(run) - _SHINGLE + 1))


def _signature(units: Iterator[str], length: int) -> bytes:
    # Loaded, it reserves a gigabyte of address space: the process that reads pages has no more than that.
    from rensa import RMinHash

    signature = RMinHash(num_perm=length, seed=_SEED)
    while some := list(islice(units, _AT_ONCE)):
        signature.update(some)
    return array("I", signature.digest()).tobytes()


def _key(name: str, value: bytes) -> int:
    return int.from_bytes(blake2b(value, digest_size=6, person=name.encode()).digest())
