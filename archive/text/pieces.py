"""A text put together from many small pieces, without holding them all: each weighs some eighty bytes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

_AT_ONCE = 1_000


def join_pieces(pieces: Iterable[str]) -> str:
    """Join pieces that are made one at a time; `str.join` would make all of them first."""
    remaining, joined = iter(pieces), list[str]()
    while some := list(islice(remaining, _AT_ONCE)):
        joined.append("".join(some))
    return "".join(joined)


class Pieces:
    """A text that grows at its end."""

    __slots__ = ("_joined", "_loose")

    def __init__(self) -> None:
        self._joined: list[str] = []
        self._loose: list[str] = []

    def add(self, piece: str) -> None:
        """Let the text end with one more piece."""
        self._loose.append(piece)
        if len(self._loose) == _AT_ONCE:
            self._joined.append("".join(self._loose))
            self._loose.clear()

    def text(self) -> str:
        """Return the text so far."""
        return "".join([*self._joined, *self._loose])
