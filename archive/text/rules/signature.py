"""Who signs a text at its end: `(太平煤矿 李明)`, `云溪煤矿:张华 王强`, `(组织部)`, `(责编:李明)`.

The line belongs to the text and stays; its names become author, editor and, for the unit, source.
"""

from __future__ import annotations

import re

from archive.byline import parse_credit, read_credits
from archive.captions import is_photo_credit
from archive.fold import fold
from archive.model import FieldName
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_UNIT = (
    r"[一-鿿]{1,14}(?:矿|公司|集团|工厂|煤业|办公室|工会|团委|党委|委员会|中心|(?<=[一-鿿])(?:队|部|处|科))"
)
_IN_BRACKETS = re.compile(
    rf"\(\s*(?P<unit>{_UNIT})(?:[\s:、]+(?P<names>[一-鿿 、]{{2,30}}))?(?:报道|文|供稿)?\s*\)$"
)
_BEFORE_COLON = re.compile(
    rf"(?P<unit>{_UNIT})\s*:\s*(?P<names>[一-鿿]{{2,4}}(?:[\s、]+[一-鿿]{{1,4}}){{0,4}})$"
)
_MAY_BE_SIGNED = re.compile(r":|\)\s*$")
_TAKEN = ("author", "editor", "photographer")
_DEEPEST = 4
_LONGEST = 60


def _find(manuscript: Manuscript) -> Findings:
    fields: dict[FieldName, str | int] = {}
    for line in manuscript.last_lines(_DEEPEST):
        if line.start > 0 and _MAY_BE_SIGNED.search(line.folded):
            fields = {**_read(line.text.rstrip()[-_LONGEST:]), **fields}
    return Findings(fields=fields)


def _read(end: str) -> dict[FieldName, str | int]:
    folded = fold(end)
    if credits := read_credits(end):
        return {name: value for name, value in credits.items() if name in _TAKEN}
    if is_photo_credit(end):
        return {}
    match = _IN_BRACKETS.search(folded) or _BEFORE_COLON.fullmatch(folded)
    if not match:
        names = parse_credit(end) if folded.endswith(")") else None
        return {"author": names} if names else {}
    signed: dict[FieldName, str | int] = {"source": end[slice(*match.span("unit"))]}
    names = _people(end[slice(*match.span("names"))]) if match["names"] else None
    return {**signed, "author": names} if names else signed


def _people(names: str) -> str | None:
    """Keep what is a list of people: of the others (续上期) no surname is known."""
    return parse_credit(f"({names.strip()})")


RULE = rule("signature", 7, _find)
