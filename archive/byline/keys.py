"""The keys of bylines (来源：, 发布时间：, 责任编辑：): byline_keys.tsv, and what finds them in a line."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from archive.data import data_lines
from archive.model import FieldName

_BAR = re.compile(
    r"(?P<key>(?<![^\s|])(?:文|图|图文|文图|作者|撰文|撰稿|来源|编辑|责编|摄影|供稿|审核|校对|记者|通讯员)\s*)\|(?=\s*[^\s|])"
)
_BOTH = re.compile(r"(?P<key>文/图|图/文)\s(?=\s*[一-鿿])")
"""文/图 李明: the slash is the key's own."""

_DATED_SOURCE = re.compile(
    r"\s*(?:发[布表](?:时间|日期)\s+)?\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s+来源\s"
)
_KEY_AND_BLANK = re.compile(r"(?P<key>(?<=\s)(?:来源|作者|责任编辑|责编|编辑))\s(?=\s*[一-鿿])")


@cache
def fields_by_key() -> dict[str, FieldName | None]:
    """Return the field that each key leads, folded; None of a key that leads none of ours (类别)."""
    return {
        key: None if field == "-" else cast(FieldName, field)
        for field, _, keys in _key_rows()
        for key in keys
    }


@cache
def key_pattern() -> re.Pattern[str]:
    """Return what finds keys in a folded line, each with the colon behind it where it needs one."""
    anywhere, apart = (_one_of(place) for place in ("anywhere", "apart"))
    keyed = (
        rf"(?:(?<!资金)(?<!经费)(?<!费用)(?<!数据)(?:{anywhere})|(?<![^\s(\[【|/;,])(?:{apart}))\s*[:/](?!/)"
    )
    unmarked = r"发[布表]于\s*(?=\d)|(?:发[布表]|更新)(?:时间|日期)\s+(?=\d)"
    return re.compile(rf"{keyed}|{unmarked}|(?:本[报网]|特约)?(?:记者|通讯员)\s+(?=[一-鿿])")


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
    return "\n".join(line if ":" in line else _BAR.sub(r"\g<key>:", line) for line in folded.split("\n"))


def _behind_date(folded: str) -> str:
    """Put a colon for the blank in 2012-06-13 08:30 来源 青山日报 作者 李明."""
    return _KEY_AND_BLANK.sub(r"\g<key>:", folded) if _DATED_SOURCE.match(folded) else folded


def _in_cells(row: str) -> str:
    """Put a colon for the tab behind a cell that is a key, unless the next cell is one: a table's head."""
    return _cell_pattern().sub(r"\g<key>:", row)


@cache
def _cell_pattern() -> re.Pattern[str]:
    keys = "|".join(_one_of(place) for place in ("anywhere", "apart"))
    return re.compile(rf"(?P<key>(?<![^\t\n])(?:{keys}) ?)\t(?!(?:{keys}) ?:?(?![^\t\n]))")


@cache
def _key_rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = (line.split("\t") for line in data_lines("byline_keys.tsv"))
    return tuple((field, place, tuple(keys.split())) for field, place, keys in rows)


def _one_of(place: str) -> str:
    """Build the alternation of a place's keys, longest first; blanks may stand inside a key (来 源：)."""
    keys = [key for _, where, row in _key_rows() if where == place for key in row]
    return "|".join(r"\s*".join(map(re.escape, key)) for key in sorted(keys, key=len, reverse=True))
