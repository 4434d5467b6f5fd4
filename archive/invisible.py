"""Characters that show nothing: control codes, zero-width ones, those that turn a line's direction.

And those that show no more than a blank does, though Unicode calls them letters and signs.
"""

from __future__ import annotations

import re
from typing import Final

INVISIBLE: Final = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad"
    r"\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""A class for `re`. Line breaks and blanks of any width are none of them."""

FILLERS: Final = "\u115f\u1160\u2800\u3164\uffa0"
"""Blanks that are none to Unicode: Hangul's fillers, Braille's empty cell."""

VARYING: Final = r"\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0000-\U000e0fff"
"""Inside of a class: what changes the look of the character before it, and shows nothing without one."""

_PICTOGRAPH: Final = (
    r"[\u2194-\u21aa\u231a-\u23ff\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55\U0001f000-\U0001faff]"
)
"""Emoji, the tones of skin among them, and the signs that join with them (❤ ⚕ ♀ ➡)."""
_JOINING: Final = rf"(?:(?<={_PICTOGRAPH})|(?<={_PICTOGRAPH}\ufe0f))\u200d(?={_PICTOGRAPH})"
"""A zero-width joiner that makes one picture of two (👩 and 🚀): without it both would be shown."""

_NOTHING_TO_VARY: Final = rf"(?<![^\s{FILLERS}{INVISIBLE[1:-1]}])[{VARYING}]+"

NOTHING_SHOWN: Final = rf"(?:(?!{_JOINING}){INVISIBLE}|{_NOTHING_TO_VARY})+"
"""A run of them, but for joiners of pictographs."""

_RUN = re.compile(NOTHING_SHOWN)
_FILLED = re.compile(f"[{FILLERS}]+")


def visible(text: str) -> str:
    """Return `text` without them and without blanks around it: for names, whose offsets nobody keeps.

    U+202E in a name turns round whatever a page, a CSV or a terminal shows behind it.
    """
    return _FILLED.sub(" ", _RUN.sub("", text)).strip()
