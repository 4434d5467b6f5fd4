"""A text as scraped beside the same text as cleaned: every edit marked, numbered and named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from archive.model import Edit
from archive.reading.article.stored_article import edits_of, find_article
from archive.reading.rows import Row

SpanKind: TypeAlias = Literal["same", "edit"]

MOST_MARKED: Final = 1000
"""Edits that are marked, each by three elements of the page."""
MOST_PAIRS: Final = 3000
"""Rows of the page; what is left stands in one more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of characters on one side."""

    kind: SpanKind
    text: str
    """For a removal or an insertion empty on the other side."""
    number: int = 0
    """Of the edit, from 1; 0 where both sides are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedEdit:
    """One edit under the number that stands beside it on both sides."""

    number: int
    edit: Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What stands side by side: lines up to the next line break that both sides have."""

    scraped: tuple[Span, ...]
    cleaned: tuple[Span, ...]
    edits: tuple[NumberedEdit, ...]

    @property
    def rules(self) -> Mapping[str, Sequence[NumberedEdit]]:
        """The edits by their rule, in the order of the text."""
        found: dict[str, list[NumberedEdit]] = {}
        for each in self.edits:
            found.setdefault(each.edit.rule, []).append(each)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningPage:
    """One article, before and after."""

    article: Row
    pairs: tuple[Pair, ...]
    edits: int
    raw_chars: int
    """Characters as scraped."""

    @property
    def marked(self) -> int:
        """Edits that are marked."""
        return sum(len(pair.edits) for pair in self.pairs)


def cleaning_page(conn: sqlite3.Connection, key: str) -> CleaningPage | None:
    """Return the article whose permalink is `key`; None if there is none."""
    article = find_article(conn, key)
    if article is None:
        return None
    raw, edits = article["raw_text"], edits_of(conn, article["id"])
    return CleaningPage(article=article, pairs=side_by_side(raw, edits), edits=len(edits), raw_chars=len(raw))


def side_by_side(raw: str, edits: Sequence[Edit]) -> tuple[Pair, ...]:
    """Set `raw` beside what `edits` (disjoint, ascending) make of it, cut at the line breaks of both.

    Both sides are whole, also behind the last edit that is marked and the last row.
    """
    pairs: list[Pair] = []
    steps: list[str | NumberedEdit] = []
    for step in _steps(raw, edits):
        if step == "\n":
            pairs.append(_pair(steps))
            steps = []
        else:
            steps.append(step)
    return _bounded([*pairs, _pair(steps)])


def _bounded(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    if len(pairs) <= MOST_PAIRS:
        return tuple(pairs)
    rest = pairs[MOST_PAIRS:]
    scraped, cleaned = _in_one([pair.scraped for pair in rest]), _in_one([pair.cleaned for pair in rest])
    return (*pairs[:MOST_PAIRS], Pair(scraped=scraped, cleaned=cleaned, edits=()))


def _in_one(lines: Iterable[Sequence[Span]]) -> tuple[Span, ...]:
    return (Span(kind="same", text="\n".join("".join(span.text for span in line) for line in lines)),)


def _steps(raw: str, edits: Iterable[Edit]) -> Iterator[str | NumberedEdit]:
    """Kept stretches, the line breaks between them, and the edits."""
    position = 0
    for number, edit in enumerate(edits, start=1):
        yield from _lines(raw[position : edit.start])
        yield NumberedEdit(number=number, edit=edit)
        position = edit.end
    yield from _lines(raw[position:])


def _lines(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "\n"
        if line:
            yield line


def _pair(steps: Sequence[str | NumberedEdit]) -> Pair:
    return Pair(
        scraped=tuple(_span(step, "removed") for step in steps),
        cleaned=tuple(_span(step, "put") for step in steps),
        edits=tuple(step for step in steps if isinstance(step, NumberedEdit) and step.number <= MOST_MARKED),
    )


def _span(step: str | NumberedEdit, side: Literal["removed", "put"]) -> Span:
    if isinstance(step, str):
        return Span(kind="same", text=step)
    text = getattr(step.edit, side)
    if step.number > MOST_MARKED:
        return Span(kind="same", text=text)
    return Span(kind="edit", text=text, number=step.number)
