"""Classes of characters in a text as printed, by what the fold makes of them: no text is folded to be read.

Each is a piece of a regular expression. Ⓐ is no letter to Python, ⼀ no Han character: both become one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from archive.fold import changed_characters, fold, written_forms
from archive.search.tokens import HAN, WORD

ANY_CHARACTER: Final = f"[{HAN}0-9a-z]"
"""What a wildcard stands for, in folded text."""
_GAP: Final = r"[\W_]"


def any_form(character: str) -> str:
    """Return what matches every way to write a folded character."""
    return f"[{re.escape(written_forms(character))}]"


@cache
def any_character() -> str:
    """Return what a wildcard stands for."""
    return f"[{HAN}0-9a-z{_that_become(ANY_CHARACTER)}]"


@cache
def word() -> str:
    """Return what one character of a word or number is."""
    return f"(?:{WORD}|[{_that_become(WORD)}])"


@cache
def gap() -> str:
    """Return what stands between two words, or runs of Han: one character or several."""
    return f"(?:(?![{_that_become(f'{WORD}|[{HAN}]')}]){_GAP})+"


def _that_become(kind: str) -> str:
    """The characters that are of this kind once they are folded, and change."""
    return re.escape("".join(each for each in changed_characters() if re.fullmatch(kind, fold(each))))
