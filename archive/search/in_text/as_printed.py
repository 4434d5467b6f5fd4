"""Classes of characters in a text as printed, by what the fold makes of them: no text is folded to be read.

Each is a piece of a regular expression. Ⓐ is no letter to Python, ⼀ no Han character: both become one.
㊀ is one of a word to it, ﾞ too: the one becomes Han, the other a mark.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from archive.fold import changed_characters, fold, written_forms
from archive.search.index.tokens import HAN, WORD

ANY_CHARACTER: Final = f"[{HAN}0-9a-z]"
"""What a wildcard stands for, in folded text."""
GAP: Final = rf"(?:_|[^\w{HAN}])"
"""One character of what stands between two words or runs of Han, in folded text."""


def any_form(character: str) -> str:
    """Return what matches every way to write a folded character."""
    return f"[{re.escape(written_forms(character))}]"


@cache
def any_character() -> str:
    """Return what a wildcard stands for: all that it does in folded text, and what becomes that.

    A single class: a choice between two is tried thirty times as slowly.
    """
    return f"[{HAN}0-9a-z{_changed(ANY_CHARACTER).gained}]"


@cache
def word() -> str:
    """Return what one character of a word or number is."""
    return _once_folded(WORD)


@cache
def gap() -> str:
    """Return what stands between two words, or runs of Han: one character or several."""
    return f"{_once_folded(GAP)}+"


def _once_folded(kind: str) -> str:
    """Return what matches a character that is of this kind once it is folded."""
    gained, lost = _changed(kind)
    return f"(?:(?![{lost}]){kind}|[{gained}])"


class _Changed(NamedTuple):
    """Characters that are of a kind only once they are folded, or only until then: as in a class."""

    gained: str
    lost: str


def _changed(kind: str) -> _Changed:
    is_kind = re.compile(kind).fullmatch
    before = {each for each in changed_characters() if is_kind(each)}
    behind = {each for each in changed_characters() if is_kind(fold(each))}
    gained, lost = (re.escape("".join(sorted(each))) for each in (behind - before, before - behind))
    return _Changed(gained, lost)
