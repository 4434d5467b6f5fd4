"""Who took a text's pictures, read from what is left of them. The lines stay."""

from __future__ import annotations

from archive.captions import photographer_of
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_SIGNS = ("摄", "图/", "图:")


def _find(manuscript: Manuscript) -> Findings:
    names: dict[str, None] = {}
    for line in manuscript.lines_with(_SIGNS):
        if line.start > 0 and (people := photographer_of(line.text)):
            names |= dict.fromkeys(people.split())
    return Findings(fields={"photographer": " ".join(names)}) if names else NOTHING


RULE = rule("photographs", 2, _find, signs=_SIGNS)
