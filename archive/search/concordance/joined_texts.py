"""Several texts in one string, so that a word is looked for in all of them at once.

To look through short texts one by one takes longer for the calls than for the looking.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from archive.search.concordance.contexts import WIDTH
from archive.search.in_text.needles import Needle
from archive.search.in_text.snippet import spans_finder
from archive.search.in_text.written import Span

_TOGETHER: Final = 100_000
"""Code points; what fits into the processor's cache is looked through fastest."""
_BETWEEN: Final = "\n" * WIDTH
"""No context reaches from one text into another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedTexts:
    """Texts of one field of several articles."""

    article_ids: tuple[int, ...]
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    """Where in `text` each of them begins."""
    text: str
    """All of them; `WIDTH` line breaks stand before, between and behind them."""

    def places(self, spans: Iterable[Span]) -> Iterator[tuple[int, int, int]]:
        """Yield of each span in `text` its article, and where in the article's own text it stands."""
        for start, end in spans:
            number = bisect_right(self.starts, start) - 1
            at = self.starts[number]
            yield self.article_ids[number], start - at, end - at

    def find(self, needles: Sequence[Needle]) -> Sequence[Span]:
        """Return where in `text` the needles stand, ascending; those that overlap are one."""
        find = spans_finder(needles)
        # Whatever reaches over line breaks could do so from one text into the next.
        if all(needle.is_within_line for needle in needles):
            return find(self.text)
        return [
            (at + start, at + end)
            for at, text in zip(self.starts, self.texts, strict=True)
            for start, end in find(text)
        ]


def join(texts: Iterable[tuple[int, str]]) -> Iterator[JoinedTexts]:
    """Yield the texts, each with the id of its article, some at a time."""
    together, length = list[tuple[int, str]](), 0
    for each in texts:
        together.append(each)
        length += len(each[1])
        if length > _TOGETHER:
            yield _joined(together)
            together, length = [], 0
    if together:
        yield _joined(together)


def _joined(texts: Sequence[tuple[int, str]]) -> JoinedTexts:
    article_ids, words = zip(*texts, strict=True)
    starts = accumulate((len(text) + WIDTH for text in words[:-1]), initial=WIDTH)
    joined = _BETWEEN.join(("", *words, ""))
    return JoinedTexts(article_ids=article_ids, texts=words, starts=(*starts,), text=joined)
