"""The keys of a line, and what stands behind each, as fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.byline.keys import fields_by_key, key_pattern, with_colons
from archive.byline.loose import read_lone_source, read_loose, read_words
from archive.byline.names import read_names
from archive.byline.values import MOST_DIGITS, read_value
from archive.dates import PrintedDate, dated_fields, parse_date, parse_short_date
from archive.fold import fold
from archive.model import FieldName, Fields

_MAY_BE_KEYED = re.compile(r":|/|布于|表于|记者|通讯员|时间\s*\d|日期\s*\d")
"""Asked first: every key ends in one of these, and to look for all keys takes far longer.

布于|表于 rather than [布表]于: what begins with certain characters only is found four times as fast."""

_COUNT_WITHOUT_COLON = re.compile(
    rf"(?<!\d)(\d{{1,{MOST_DIGITS}}})\s*[次人](?:浏览|点击|阅读|访问)"
    rf"|(?:浏览|点击|阅读|访问)[次人]?[数量]?\s*\(?(\d{{1,{MOST_DIGITS}}})(?![\d年]|[-/.]\d)"
    rf"|(?:您是)?第\s*(\d{{1,{MOST_DIGITS}}})\s*位(?:读者|访客)"
)
_SUPPLIER = re.compile(r"供稿|投稿")
_AROUND_SOURCE = " \t\u3000\xa0|｜[]【】()（）"
_UNIT = re.compile(r"(?:矿|公司|集团|队|部|科|处|室|厂|局|会|委|中心|站|院|所|社|网|报|支部|党办)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A key, and what stands behind it."""

    key: str
    """Folded, without blanks and colon."""
    value: str
    """As printed, up to the next key."""


@dataclass(frozen=True, slots=True)
class KeyedLine:
    """A line cut at its keys."""

    head: str
    """What stands before the first key: a date, and beside it a source or names. The line where none is."""
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a pair states."""

    field: FieldName | None
    """None of a key that leads no field of ours (类别)."""
    value: str | int | None
    """None of a date of publication: `date` is its value."""
    date: PrintedDate | None
    is_of_change: bool = False
    """The date is that of a page's last change (更新时间)."""


@lru_cache(maxsize=256)
def split_at_keys(text: str) -> KeyedLine:
    """Return the line cut at its keys.

    The lines around a title are asked several times what they are: all of a page's are remembered.
    """
    folded = with_colons(fold(text))
    keys = list(key_pattern().finditer(folded)) if _MAY_BE_KEYED.search(folded) else []
    if not keys:
        return KeyedLine(text, ())
    ends = [key.start() for key in keys[1:]] + [len(text)]
    pairs = (Pair(_plain(fold(key[0])), text[key.end() : end]) for key, end in zip(keys, ends, strict=True))
    return KeyedLine(text[: keys[0].start()], tuple(pairs))


def read_pairs(text: str) -> Fields | None:
    """Return what the keys in `text` state, even a single one (责任编辑：X); None where there is no key."""
    line = split_at_keys(text)
    if not line.pairs:
        return None
    stated = [each for pair in line.pairs for each in _read_pair(pair)]
    head = parse_date(line.head)
    fields = _join(stated)
    if head and not ("author" in fields and "source" in fields):
        fields = {**(read_loose(line.head) or read_loose(line.head[head.start :]) or {}), **fields}
    if "source" not in fields and stated[0].field == "published_at" and (led := _source_in(line.head)):
        fields["source"] = led
    fields |= dated_fields(_date_of_publication(head, stated))
    loose = _COUNT_WITHOUT_COLON.search(fold(text))
    if loose and "views" not in fields:
        fields["views"] = int(loose[1] or loose[2] or loose[3])
    return fields


def _source_in(head: str) -> str | None:
    """Return the source that alone stands before the key of a date: 青山日报 发布时间：2010-06-03."""
    return read_lone_source(head.strip(_AROUND_SOURCE)) if head.strip() else None


def _read_pair(pair: Pair) -> tuple[_Statement, ...]:
    """Return what a pair states: of 供稿：综采一队 赵文锋 the unit and who wrote it."""
    field = _field_of(pair)
    date = parse_date(pair.value) or (parse_short_date(pair.value) if field == "published_at" else None)
    match field:
        case None | "published_at":
            return (_Statement(field, None, date, pair.key.startswith("更新")),)
        case "written_on":
            return (_Statement(field, date.value[:10] if date else None, date),)
    value = read_value(field, pair.value, date)
    may_be_both = _SUPPLIER.match(pair.key) or (field == "source" and "(" in fold(pair.value))
    both = read_words(str(value)) if value and may_be_both else None
    if both and {"source", "author"} <= both.keys():
        return (_Statement("source", both["source"], date), _Statement("author", both["author"], None))
    return (_Statement(field, value, date),)


def _join(stated: Iterable[_Statement]) -> dict[FieldName, str | int]:
    """The first value of a field counts, of the day of writing the last; authors are all named."""
    fields: dict[FieldName, str | int] = {}
    for each in stated:
        if each.field is None or each.value is None:
            continue
        if each.field == "author" and each.field in fields:
            fields[each.field] = " ".join(dict.fromkeys(f"{fields[each.field]} {each.value}".split()))
        elif each.field == "written_on":
            fields[each.field] = each.value
        else:
            fields.setdefault(each.field, each.value)
    return fields


def _date_of_publication(head: PrintedDate | None, stated: Sequence[_Statement]) -> PrintedDate | None:
    """The last that a key calls so, a change's after all others; else the one before all keys, else any."""
    called_so = [each for each in reversed(stated) if each.field == "published_at"]
    called_so.sort(key=lambda each: each.is_of_change)
    others = [each.date for each in stated if each.field != "published_at"]
    return next(filter(None, (*(each.date for each in called_so), head, *others)), None)


def _field_of(pair: Pair) -> FieldName | None:
    """Return the field of a pair; who supplies a text (供稿：青山煤矿) may be a unit, its source."""
    field = fields_by_key().get(pair.key)
    if field == "author" and _SUPPLIER.match(pair.key) and _UNIT.search(fold(pair.value).strip(" )]】")):
        return None if read_names(pair.value) else "source"
    return field


def _plain(key: str) -> str:
    return re.sub(r"[\s:/]+$|\s+", "", key)
