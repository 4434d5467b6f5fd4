"""The keys of bylines (来源：, 发布时间：, 责任编辑：): byline_keys.tsv, and what finds them in a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from archive.data import data_lines
from archive.model import FieldName

_BOTH = re.compile(r"(?P<key>文/图|图/文)\s(?=\s*[一-鿿])")
"""文/图 李明: the slash is the key's own."""

_DATED_SOURCE = re.compile(
    r"\s*(?:发[布表](?:时间|日期)\s+)?\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s+来源\s"
)


class _Row(NamedTuple):
    """Keys of one kind, as the table has them."""

    field: FieldName | None
    place: str
    """`anywhere` or `apart`."""
    marks: tuple[str, ...]
    """What sets a key off besides a colon: `bar`, `blank`, `name`, `number`."""
    keys: tuple[str, ...]


@cache
def fields_by_key() -> dict[str, FieldName | None]:
    """Return the field that each key leads, folded; None of a key that leads none of ours (类别)."""
    return {key: row.field for row in _rows() for key in row.keys}


@cache
def keys_of(field: FieldName) -> tuple[str, ...]:
    """Return the keys that lead a field, folded."""
    return tuple(key for key, led in fields_by_key().items() if led == field)


@cache
def key_pattern() -> re.Pattern[str]:
    """Return what finds keys in a folded line, each with the colon behind it where it needs one."""
    anywhere, apart = _standing("anywhere"), _standing("apart")
    keyed = (
        rf"(?:(?<!资金)(?<!经费)(?<!费用)(?<!数据)(?:{anywhere})|(?<![^\s(\[【|/;,])(?:{apart}))\s*[:/](?!/)"
    )
    dated, signed = _set_off_by("number"), _set_off_by("name")
    # Asked first wherever a key may begin: to try all of them takes several times as long.
    opening = re.escape("".join({key[0] for key in fields_by_key()}))
    return re.compile(rf"(?=[{opening}])(?:{keyed}|(?:{dated})\s*(?=\d)|(?:{signed})\s+(?=[一-鿿]))")


def with_colons(folded: str) -> str:
    """Put a colon behind the keys that are set off by a bar, a tab or a blank; no character moves."""
    if "|" in folded:
        folded = _at_bars(folded)
    if "\t" in folded:
        folded = _in_cells(folded)
    if "/" in folded:
        folded = _BOTH.sub(r"\g<key>:", folded)
    return _behind_date(folded) if "来源" in folded else folded


def _at_bars(folded: str) -> str:
    """Put a colon for the bar in 图文 | 李明, as WeChat accounts sign; beside colons bars part pairs."""
    lines = folded.split("\n")
    return "\n".join(line if ":" in line else _before_bar().sub(r"\g<key>:", line) for line in lines)


def _behind_date(folded: str) -> str:
    """Put a colon for the blank in 2012-06-13 08:30 来源 青山日报 作者 李明."""
    return _before_blank().sub(r"\g<key>:", folded) if _DATED_SOURCE.match(folded) else folded


def _in_cells(row: str) -> str:
    """Put a colon for the tab behind a cell that is a key, unless the next cell is one: a table's head."""
    return _cell_pattern().sub(r"\g<key>:", row)


@cache
def _before_bar() -> re.Pattern[str]:
    keys = _set_off_by("bar", "blank")
    return re.compile(rf"(?P<key>(?<![^\s|])(?:{keys})\s*)\|(?=\s*[^\s|])")


@cache
def _before_blank() -> re.Pattern[str]:
    return re.compile(rf"(?P<key>(?<=\s)(?:{_set_off_by('blank')}))\s(?=\s*[一-鿿])")


@cache
def _cell_pattern() -> re.Pattern[str]:
    keys = f"{_standing('anywhere')}|{_standing('apart')}"
    return re.compile(rf"(?P<key>(?<![^\t\n])(?:{keys}) ?)\t(?!(?:{keys}) ?:?(?![^\t\n]))")


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(_row(*line.split("\t")) for line in data_lines("byline_keys.tsv"))


def _row(field: str, place: str, marks: str, keys: str) -> _Row:
    named = None if field == "-" else cast(FieldName, field)
    return _Row(named, place, tuple(marks.split()), tuple(keys.split()))


def _standing(place: str) -> str:
    return _one_of(key for row in _rows() if row.place == place for key in row.keys)


def _set_off_by(*marks: str) -> str:
    return _one_of(key for row in _rows() if not set(marks).isdisjoint(row.marks) for key in row.keys)


def _one_of(keys: Iterable[str]) -> str:
    """Build the alternation of keys, longest first; blanks may stand inside a key (来 源：)."""
    return "|".join(r"\s*".join(map(re.escape, key)) for key in sorted(keys, key=len, reverse=True))
