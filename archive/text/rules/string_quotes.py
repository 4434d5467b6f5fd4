"""Quotation marks of a program around a whole text: a field of CSV, a string, a list of its lines.

"关于开展“安全月”活动的通知⏎各单位：…"
['关于开展“安全月”活动的通知', '各单位：…']

They are a program's where the text begins and ends with them and no other stands between, unless doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_OPENS, _CLOSES = ('"', "'", "[", "b"), ('"', "'", "]")
_WHOLE = re.compile(r"(?P<open>(?P<list>\[)?b?(?P<mark>[\"'])).*(?P<close>(?P=mark)(?(list)\]))", re.DOTALL)
_IS_TEXT = re.compile(r"[\u3400-\u9fff]|\\u[4-9]")


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    if not text.startswith(_OPENS) or not text.rstrip().endswith(_CLOSES):
        return NOTHING
    whole = _WHOLE.fullmatch(text, 0, len(text.rstrip()))
    return Findings(changes=sorted(_changes(text, whole))) if whole else NOTHING


def _changes(text: str, whole: re.Match[str]) -> Iterator[Change]:
    mark, start, end = whole["mark"], whole.end("open"), whole.start("close")
    inner = rf"{mark}, {mark}" if whole["list"] else mark * 2
    parting = list(re.finditer(inner, text[start:end]))
    is_parted = bool(parting) if whole["list"] else "\n" in text or "\\n" in text
    marks = len(re.findall(rf"(?<!\\){mark}", text[start:end]))
    if not is_parted or marks != 2 * len(parting) or not _IS_TEXT.search(text):
        return
    yield Change(0, start)
    for match in parting:
        yield Change(start + match.start(), start + match.end(), "\n" if whole["list"] else mark)
    yield Change(end, whole.end())


RULE = rule("string_quotes", 1, _find)
