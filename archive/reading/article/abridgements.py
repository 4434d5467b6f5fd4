"""What a text says of having been shortened by its editor, and where it stands on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from archive.model import BodySpan
from archive.reading.rows import Row

_START: Final = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Abridgement:
    """One note of `articles.abridgement`."""

    words: str
    """As printed: （本文有删节）."""
    paragraph: int | None
    """The number of the paragraph that it stands in; None in the title."""


def abridgements_on(article: Row, blocks: Sequence[BodySpan]) -> tuple[Abridgement, ...]:
    """Return the notes of an article, a row with its body, in the order of the text."""
    notes = (article["abridgement"] or "").split("\n")
    return tuple(_abridgement(note, article, blocks) for note in notes if note)


def _abridgement(words: str, article: Row, blocks: Sequence[BodySpan]) -> Abridgement:
    is_of_title = words in (article["title"] or "")
    place = -1 if is_of_title else article["body"].find(words)
    return Abridgement(words=words, paragraph=bisect_right(blocks, place, key=_START) or None)
