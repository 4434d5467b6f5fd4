"""One text as the rules of the catalogue read it: title and body in one string, folded once."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TypeAlias

from archive.catalogue.genre import genre
from archive.fold import fold, written_forms
from archive.model import Fields
from archive.statements import Evidence

Span: TypeAlias = tuple[int, int]
"""Where words begin and end in a `Text`, half-open."""

OPENING = "“\"'‘「『《"
CLOSING = "”\"'’」』》"

BETWEEN_PARTS = "、,·・•"
"""Marks that set the parts of a name or formula apart, folded: 安全第一、预防为主, 中国梦·劳动美."""
BETWEEN_HALVES = ";"
BETWEEN_PARTS_AS_WRITTEN, BETWEEN_HALVES_AS_WRITTEN = map(written_forms, (BETWEEN_PARTS, BETWEEN_HALVES))

_LOOSE_MARKS = f"“”\"'‘’「」『』《》{BETWEEN_PARTS}-"
_LOOSE = re.compile(rf"[\s{_LOOSE_MARKS}]")
"""What may stand within a name, or not: 不忘初心、牢记使命 is 不忘初心 牢记使命."""
_OPENS_QUOTATION = re.compile("[“\"「『‘']")


@dataclass(frozen=True, slots=True)
class Text:
    """Title, line break, body. Offsets are code points of this string."""

    printed: str
    folded: str
    body_start: int
    """Where the body begins; 0 without a title."""
    fields: Fields
    url: str
    date: str | None
    """When it was written or published, ISO 8601 as far as known."""
    genre: str | None
    """The 文种 by the rules, whatever a person has corrected; None where nothing is sure."""
    _quotations: array[int]
    """Where one may begin, ascending: the rules for what stands in quotes are many, and quotes are few."""

    @classmethod
    def of(cls, title: str | None, body: str, fields: Fields, url: str) -> Text:
        """Put a text together; `fields` are what page and text state, `url` is where it stands."""
        printed = f"{title}\n{body}" if title else body
        folded = f"{fold(title)}\n{fold(body)}" if title else fold(body)
        body_start = len(title) + 1 if title else 0
        return cls(
            printed=printed,
            folded=folded,
            body_start=body_start,
            fields=fields,
            url=url,
            date=date_of(fields),
            genre=genre(folded[: body_start - 1] if title else None, folded[body_start:]),
            _quotations=array("I", (quote.start() for quote in _OPENS_QUOTATION.finditer(folded))),
        )

    @property
    def title(self) -> str:
        """The folded title; empty without one."""
        return self.folded[: max(0, self.body_start - 1)]

    def quoted(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern that begins with an opening quote, as `finditer` would: folded."""
        end = 0
        for start in self._quotations:
            if start >= end and (match := pattern.match(self.folded, start)):
                end = match.end()
                yield match

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the words from `start` to `end` as evidence."""
        in_title = start < self.body_start
        shift = 0 if in_title else self.body_start
        return Evidence(
            field="title" if in_title else "body",
            start=start - shift,
            end=end - shift,
            words=self.printed[start:end],
        )


@dataclass(frozen=True)
class Squeezed:
    """A folded text without quotes, blanks, commas and 、, and where each character stood in it."""

    text: str
    folded: str

    @classmethod
    def of(cls, folded: str) -> Squeezed:
        """Squeeze a folded text."""
        return cls(_without_loose(folded), folded)

    def span(self, start: int, end: int) -> Span:
        """Return where in the folded text stands what is not empty, and from `start` to `end` of this one."""
        return self._place(start), self._place(end - 1) + 1

    def spans_of(self, words: str) -> list[Span]:
        """Return where squeezed words, which are not empty, stand in the folded text; none overlap."""
        found, start = [], self.text.find(words)
        while start >= 0:
            end = start + len(words)
            found.append(self.span(start, end))
            start = self.text.find(words, end)
        return found

    def _place(self, position: int) -> int:
        return position + bisect_right(self._gaps, position)

    @cached_property
    def _gaps(self) -> list[int]:
        """Where each loose character stood in the squeezed text."""
        return [loose.start() - before for before, loose in enumerate(_LOOSE.finditer(self.folded))]


def overlapping(place: Span, spans: Sequence[Span]) -> Sequence[Span]:
    """Return those of `spans` that share a character with a place; they ascend, and none overlap."""
    first = bisect_right(spans, place[0], key=itemgetter(1))
    return spans[first : bisect_left(spans, place[1], key=itemgetter(0))]


def date_of(fields: Fields) -> str | None:
    """Return when a text was written, else when it took place, else when it was published."""
    dates = (fields.get("written_on"), fields.get("event_on"), fields.get("published_at"))
    return next((str(date) for date in dates if date), None)


def squeeze(name: str) -> str:
    """Return the form of a name in which its variants are one."""
    return _without_loose(fold(name))


def _without_loose(folded: str) -> str:
    """Mark by mark, which is three times as fast as all of them by one pattern."""
    for mark in _LOOSE_MARKS:
        folded = folded.replace(mark, "")
    return "".join(folded.split())


_NAME_FORMS = {"沈": "沈", "瀋": "沈", "覆": "覆"}
"""What the fold makes otherwise (沉, 复) than a name is written: 沈阳, 覆盖面."""


def canonical(printed: str) -> str:
    """Return a name in Simplified characters; letters, digits and punctuation stay as written.

    ⼯ and ⽐, the radicals that PDF files put for characters, are 工 and 比.
    """
    all_folded = fold(printed)
    if all_folded == printed:
        return printed
    return "".join(
        _NAME_FORMS.get(written, folded) if "㐀" <= folded <= "鿿" else written
        for written, folded in zip(printed, all_folded, strict=True)
    )
