"""The interface in Chinese and English: tables of strings, a file for each subject, and a reader's choice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias

LanguageCode: TypeAlias = Literal["zh", "en"]

CODES: Final[tuple[LanguageCode, ...]] = ("zh", "en")

_PREFERENCE = re.compile(r"\s*([A-Za-z]{1,8})[-A-Za-z0-9]*\s*(?:;\s*q\s*=\s*([0-9.]{1,5}))?\s*(?:,|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language of the interface."""

    code: LanguageCode
    tag: str
    """BCP 47, for the `lang` attribute of pages."""
    strings: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return the string `key` with `values` set in; plain text, not escaped.

        Of a `count` of one it is the string `key_one`, where the table has that: 1 copy, 2 copies.
        Raises `KeyError` for a key that no table of this folder holds.
        """
        is_one = str(values.get("count")).lstrip("+-") == "1"
        string = self.strings.get(f"{key}_one") if is_one else None
        return (string or self.strings[key]).format(**values)

    def name(self, group: str, value: str | None) -> str:
        """Return the name of a stored value (`completeness`, `members_only`), the value where it has none."""
        return self.strings.get(f"{group}.{value}", value or "–")


def language(code: LanguageCode) -> Language:
    """Return the interface in the language `code`."""
    return _languages()[code]


def choose(*, asked: str | None, remembered: str | None, accepted: str | None) -> LanguageCode:
    """Return the reader's language: `?lang=` before the cookie before Accept-Language, else Chinese."""
    wanted = (asked, remembered, *_preferences(accepted or ""))
    return next((code for each in wanted for code in CODES if code == each), "zh")


def _preferences(accepted: str) -> Iterator[str]:
    """Primary tags of an Accept-Language header, the most wanted first."""
    found = [(_weight(match[2]), match[1].lower()) for match in _PREFERENCE.finditer(accepted)]
    yield from (code for weight, code in sorted(found, key=lambda each: -each[0]) if weight > 0)


def _weight(printed: str | None) -> float:
    try:
        return float(printed or 1)
    except ValueError:
        return 0.0


@cache
def _languages() -> Mapping[LanguageCode, Language]:
    rows = [line.split("\t") for table in tables().values() for line in table]
    return {
        "zh": Language(code="zh", tag="zh-Hans", strings={key: zh for key, zh, _ in rows}),
        "en": Language(code="en", tag="en", strings={key: en for key, _, en in rows}),
    }


def tables() -> Mapping[str, Sequence[str]]:
    """Return the lines of each table by the name of its file: `key<TAB>Chinese<TAB>English`."""
    found = (file for file in files(__package__).iterdir() if file.name.endswith(".tsv"))
    return {file.name: _lines(file.read_text("utf-8")) for file in found}


def _lines(table: str) -> Sequence[str]:
    return [line for line in table.splitlines() if line and not line.startswith("#")]
