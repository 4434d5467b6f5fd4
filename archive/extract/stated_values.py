"""Values that a page states for machines, in the form of fields: names, words."""

from __future__ import annotations

import re

from archive.invisible import visible

_PEOPLE = re.compile(r"[一-鿿·]{2,11}(?:[\s,，、]+[一-鿿·]{2,11})*")
_FIRM = re.compile(r"[网網报報社台局部处司团]$")
_BETWEEN_WORDS = re.compile(r"[\s,，;；、|]+")


def name_people(*values: str) -> str | None:
    """Return the names joined by blanks; None where they are no people: a site, a login, an address."""
    names = visible(" ".join(values))
    return names if _PEOPLE.fullmatch(names) and not _FIRM.search(names) else None


def name_words(*values: str) -> str | None:
    """Return 关键词 joined by blanks, each once; None where there is none."""
    words = dict.fromkeys(word for value in values for word in _BETWEEN_WORDS.split(value) if word)
    return " ".join(words) or None
