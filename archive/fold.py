"""The fold that makes both scripts, all widths and both cases one: rules match on it, search indexes it.

It is length-preserving: one code point in, one code point out, so that an offset in the folded text is an
offset in the text. What Unicode would widen (㈠ → (一), ß → ss) therefore stays as it is.
Context plays no part: 乾 is 干 in 乾淨 and in 乾隆, and 著 is 着 in 著作.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

_LINE_CHARS, _ARTICLE_CHARS = 500, 20_000
_FEW = 24
"""Characters of a Simplified text that change: its punctuation and its Latin letters."""
FOLD_VERSION = 1
"""Raised whenever the fold of any character changes: an index written with another version is refused."""


def fold(text: str) -> str:
    """Return `text` in Simplified characters, half width and lower case, code point for code point."""
    if len(text) <= _LINE_CHARS:
        return _fold_line(text)
    return _fold_article(text) if len(text) <= _ARTICLE_CHARS else _fold_lines(text)


def _fold_lines(text: str) -> str:
    """Fold line by line: a body whose title was taken off has the lines that it had before."""
    return "\n".join(
        [_fold_line(line) if len(line) <= _LINE_CHARS else _fold(line) for line in text.split("\n")]
    )


def _fold(text: str) -> str:
    """Replace one character after the other where few change: half as long as to translate all of them."""
    changing = set(_changing().findall(text))
    if len(changing) > _FEW:
        return text.translate(_row() if len(text) == _code_units(text) else _table())
    for character in changing:
        text = text.replace(character, chr(_table()[ord(character)]))
    return text


_fold_line = lru_cache(maxsize=2048)(_fold)
"""The rules that read a page ask the same lines again and again."""
_fold_article = lru_cache(maxsize=16)(_fold_lines)
"""A body goes through many rooms, each of which folds it; one that is longer than all others is not kept."""


@cache
def _changing() -> re.Pattern[str]:
    """Match what changes, and all beyond the basic plane: its characters one by one would take long."""
    basic = "".join(character for character in changed_characters() if character < "\U00010000")
    return re.compile(f"[{re.escape(basic)}\U00010000-\U0010ffff]")


def _code_units(text: str) -> int:
    """Return the length in UTF-16: more than the text's where a character is beyond `_row`."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@cache
def _row() -> list[int]:
    """Code points of the basic plane with their fold; a list is three times as fast as a dict that misses."""
    row = list(range(0x10000))
    for code, folded in _table().items():
        if code < len(row):
            row[code] = folded
    return row


class _Table(dict[int, int]):
    """Learns which code points stay as they are: `str.translate` takes thrice as long over one it misses."""

    def __missing__(self, code_point: int) -> int:
        self[code_point] = code_point
        return code_point


@cache
def _table() -> _Table:
    return _Table(_changes())


@cache
def _changes() -> dict[int, int]:
    """Every code point that changes. A line of fold.tsv is four code points: 傳, tab, 传, line break."""
    _, lines = files("archive.data").joinpath("fold.tsv").read_text("utf-8").split("\n", 1)
    return str.maketrans(lines[0::4], lines[2::4])


def changed_characters() -> str:
    """Return every character that `fold` makes into another."""
    return "".join(map(chr, _changes()))


def written_forms(folded: str) -> str:
    """Return of each of the `folded` characters all that `fold` makes into it, itself first."""
    return "".join(character + _written().get(character, "") for character in folded)


@cache
def _written() -> dict[str, str]:
    forms = dict[str, str]()
    for written, folded in _changes().items():
        forms[chr(folded)] = forms.get(chr(folded), "") + chr(written)
    return forms
