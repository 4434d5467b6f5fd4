"""The texts that are compared while one article is written: each is read, and each pair compared, once."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from sqlite_utils import Database

from archive.copies.comparison import Comparison, compare
from archive.copies.relation import ComparedText, are_copies, may_be_copies
from archive.copies.roles import Member, Shared

_TEXT = """
SELECT url, body FROM articles JOIN article_text ON article_id = articles.id
WHERE articles.id = ? AND NOT EXISTS (SELECT 1 FROM articles AS part WHERE part.part_of_id = articles.id)
"""

_KNOWN = """
SELECT article_id, original_id, contained, covers, ' ' || evidence || ' ' LIKE '% exact %' FROM copies
WHERE article_id IN (SELECT value FROM json_each(?)) AND original_id IS NOT NULL
"""


class Texts:
    """Reads and compares articles by their ids."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[tuple[int, int], Shared] = {}
        self.read = cache(self._read)
        """The text of an article; None for one without, and for a merged text, whose essays have copies."""
        self._compared: dict[tuple[int, int], Comparison] = {}

    def are_copies(self, one: int, other: int) -> bool:
        """Whether an article is a copy of another, or of a part of it, or the other way round."""
        first, second = self.read(one), self.read(other)
        if not (first and second and may_be_copies(first, second)):
            return False
        return are_copies(first, second, self._common(one, other))

    def recall(self, article_ids: Collection[int]) -> None:
        """Take from `copies` what it says of these articles: their texts are what they were."""
        for one, other, contained, covers, exact in self._db.execute(_KNOWN, [str([*article_ids])]):
            self._known[one, other] = Shared(contained=contained, covers=covers, exact=bool(exact))

    def shared(self, one: Member, other: Member) -> Shared:
        """Return what an article has in common with another."""
        pair = (one.id, other.id)
        if pair not in self._known:
            found = self._common(*pair)
            self._known[pair] = Shared(
                contained=found.contained, covers=found.covers, exact=self._are_same(*pair)
            )
        return self._known[pair]

    def _common(self, one: int, other: int) -> Comparison:
        if (one, other) not in self._compared:
            first, second = self.read(one), self.read(other)
            assert first and second
            found = compare(first.comparable, second.comparable)
            self._compared |= {(one, other): found, (other, one): found.turned}
        return self._compared[one, other]

    def _are_same(self, one: int, other: int) -> bool:
        first, second = self.read(one), self.read(other)
        assert first and second
        return first.comparable.letters == second.comparable.letters

    def _read(self, article_id: int) -> ComparedText | None:
        found = self._db.execute(_TEXT, [article_id]).fetchone()
        return ComparedText(*found) if found else None
