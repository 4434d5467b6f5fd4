"""A long paragraph printed twice in a row, or twice within one line.

A text may come back to a sentence; no writer lets forty characters of prose follow upon themselves. Where
names are hidden (刘某甲) two events read alike, and both stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_HAN = re.compile("[一-鿿]")
_SHORTEST, _LONGEST = 40, 10_000
"""Characters; a longer line is a whole text."""
_FEWEST_HAN = 30
_OPENING = 2
"""Characters by which clauses begin alike: 我们把…，我们把…"""
_CLAUSE_END = re.compile("[,。;!?]")
_HIDDEN = re.compile("[某x×*□_]")
_SENTENCE = re.compile("[,].*[。!?…][”》)]?$")


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=_changes(manuscript))


def _changes(manuscript: Manuscript) -> Iterator[Change]:
    text, folded = manuscript.text, manuscript.folded
    first = last = 0
    for start, end in _long_lines(text):
        middle = (start + end) // 2
        is_again = start - 1 == last == first + end - start and text[first:last] == text[start:end]
        is_twofold = text[start] == text[middle] and text[start:middle] == text[middle:end]
        if (is_again or is_twofold) and _is_prose(folded[start if is_again else middle : end]):
            yield Change(last if is_again else middle, end, confidence=0.95)
        first, last = start, end


def _long_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if _SHORTEST <= end - start <= _LONGEST:
            yield start, end
        start = end + 1


def _is_prose(folded: str) -> bool:
    """Tell whether a paragraph is prose that does not repeat itself already, as a chant does."""
    clauses = [clause for clause in _CLAUSE_END.split(folded) if clause]
    is_long = len(folded) >= _SHORTEST and len(_HAN.findall(folded)) >= _FEWEST_HAN
    is_varied = len(set(clauses)) == len(clauses) > 1 and not _is_chant(clauses)
    return is_long and is_varied and bool(_SENTENCE.search(folded)) and not _HIDDEN.search(folded)


def _is_chant(clauses: Sequence[str]) -> bool:
    """Tell whether more than half of the clauses begin alike, as what is recited or sung twice does."""
    (_, most), *_ = Counter(clause[:_OPENING] for clause in clauses).most_common(1)
    return most > len(clauses) / 2 and most > 2


RULE = rule("doubled_paragraph", 3, _find)
