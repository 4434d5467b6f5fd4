"""Characters that show nothing: control codes, zero-width ones, those that turn a line's direction."""

from __future__ import annotations

import re
from typing import Final

INVISIBLE: Final = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad"
    r"\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""A class for `re`. Line breaks and blanks of any width are none of them."""

_RUN = re.compile(f"{INVISIBLE}+")


def visible(text: str) -> str:
    """Return `text` without them and without blanks around it: for names, whose offsets nobody keeps.

    U+202E in a name turns round whatever a page, a CSV or a terminal shows behind it.
    """
    return _RUN.sub("", text).strip()
