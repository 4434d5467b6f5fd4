"""The warnings and alarms of a run, in the reader's language; `runs` keeps them in English for all readers.

The last column of `run_notes.tsv` has each note (`noted.…`) in the words in which it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from archive.reading.wording.language import Language, language

LONGEST: Final = 2_000
"""Code points; ours are shorter, and the words of a page or server in a note may go on for ever."""
DEEPEST: Final = 3
"""Reasons within reasons: of a capture, that it has no text, as reading it took too long."""

_GROUP: Final = "noted."
_SLOT: Final = re.compile(r"\{(\w+)\}")
_KINDS: Final = re.compile(r", (?=\d+ × )")


@dataclass(frozen=True, slots=True)
class _Note:
    key: str
    form: re.Pattern[str]


def run_note(kept: str, chosen: Language) -> str:
    """Return one warning, alarm or reason of a failure in the language.

    As kept, if of another form or longer than `LONGEST`; so is a reason more than `DEEPEST` deep in others.
    """
    return kept if chosen.code == "en" or len(kept) > LONGEST else _told(kept, chosen, DEEPEST)


def _told(kept: str, chosen: Language, deeper: int) -> str:
    for note in _notes():
        if found := note.form.fullmatch(kept):
            values = {
                name: _value(name, value, chosen, deeper - 1) for name, value in found.groupdict().items()
            }
            return chosen.say(note.key, **values)
    return kept


def _value(name: str, value: str, chosen: Language, deeper: int) -> str:
    """A reason is a note itself; all other values are names, numbers and the words of other programs."""
    if deeper < 0:
        return value
    if name == "reason":
        return _told(value, chosen, deeper)
    if name == "kinds":
        return chosen.say("reason.between").join(_told(kind, chosen, deeper) for kind in _KINDS.split(value))
    return value


@cache
def _notes() -> tuple[_Note, ...]:
    """The wordiest first: `{count} articles` would take the word `no` for a number."""
    kept = {key: text for key, text in language("en").strings.items() if key.startswith(_GROUP)}
    wordiest = sorted(kept, key=lambda key: -len(_SLOT.sub("", kept[key])))
    return tuple(_Note(key, re.compile("".join(_form(kept[key])), re.DOTALL)) for key in wordiest)


def _form(text: str) -> Iterator[str]:
    for number, piece in enumerate(_SLOT.split(text)):
        yield f"(?P<{piece}>.+?)" if number % 2 else re.escape(piece)
