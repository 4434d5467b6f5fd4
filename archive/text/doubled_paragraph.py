"""A long paragraph printed twice in a row, or twice within one line.

A text may come back to a sentence; no writer lets forty characters of prose follow upon themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_HAN = re.compile("[一-鿿]")
_SHORTEST = 40
_FEWEST_HAN = 30
_CLAUSE_END = re.compile("[,。;!?]")
_SENTENCE = re.compile("[,].*[。!?…][”》)]?$")


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=_changes(manuscript))


def _changes(manuscript: Manuscript) -> Iterator[Change]:
    before: Line | None = None
    for line in lines_from_start(manuscript.text, manuscript.folded):
        if before and line.text == before.text and _is_prose(line.folded):
            yield Change(before.end, line.end, confidence=0.95)
        else:
            half = len(line.text) // 2
            if (
                2 * half == len(line.text)
                and line.text[:half] == line.text[half:]
                and _is_prose(line.folded[:half])
            ):
                yield Change(line.start + half, line.end, confidence=0.95)
        before = line


def _is_prose(folded: str) -> bool:
    """Tell whether a paragraph is prose that does not repeat itself already, as a chant does."""
    clauses = [clause for clause in _CLAUSE_END.split(folded) if clause]
    is_long = len(folded) >= _SHORTEST and len(_HAN.findall(folded)) >= _FEWEST_HAN
    return is_long and len(set(clauses)) == len(clauses) > 1 and bool(_SENTENCE.search(folded))


RULE = rule("doubled_paragraph", 1, _find)
