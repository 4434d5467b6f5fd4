"""A text as it is compared with others."""

from __future__ import annotations

from functools import cached_property

from archive.copies.comparison import Comparable
from archive.copies.keys import keys_of
from archive.copies.letters import letters_of


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
