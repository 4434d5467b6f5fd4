"""Why a page was left out, in the reader's language; the frontier keeps it in one form for all readers."""

from __future__ import annotations

import re
from typing import Final

from archive.reading.wording.language import Language
from archive.store.visit import IRRELEVANT

_KEPT: Final = re.compile(rf"{IRRELEVANT} \(score (?P<score>\d*\.\d+): (?P<reasons>.+)\)", re.DOTALL)
"""As `archive.store.sighting.Irrelevant` writes it."""
_BETWEEN: Final = re.compile(r"; (?=[a-z_]+ )")
_REASON: Final = re.compile(
    r"(?P<what>[a-z_]+?)(?:_in_(?P<place>title|lead))? (?:(?P<words>.+) )?(?P<weight>[+−]\d*\.\d+)", re.DOTALL
)


def skip_reason(kept: str, language: Language) -> str:
    """Return the reason in words, with score, weights and the words found; as kept, if of another form."""
    found = _KEPT.fullmatch(kept)
    if found is None:
        return kept
    reasons = (_one(reason, language) for reason in _BETWEEN.split(found["reasons"]))
    score = _with_zero(found["score"])
    return language.say("reason.all", score=score, reasons=language.say("reason.between").join(reasons))


def _one(kept: str, language: Language) -> str:
    found = _REASON.fullmatch(kept)
    if found is None:
        return language.name("reason", kept.replace(" ", "_"))
    what = language.name("reason", found["what"])
    if found["place"]:
        what = language.say(f"reason.in_{found['place']}", what=what)
    told = language.say("reason.words", what=what, words=found["words"]) if found["words"] else what
    return language.say("reason.weight", told=told, weight=_with_zero(found["weight"]))


def _with_zero(number: str) -> str:
    return re.sub(r"^([+−]?)\.", r"\g<1>0.", number)
