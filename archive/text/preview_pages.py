"""What a document-sharing site says of pages: how many a file has, how many of them it shows.

第3页 / 共43页      共12页，当前第3页      亲，该文档总共12页，当前预览3页      剩余9页未读      页数：11
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.model import FieldName, Fields

_NAMES: tuple[FieldName, ...] = ("declared_pages", "shown_pages", "omitted_pages")
_DECLARED, _SHOWN, _OMITTED = (rf"\s{{0,3}}(?P<{name}>\d{{1,4}})\s{{0,3}}" for name in _NAMES)
_STATEMENTS = (
    re.compile(rf"第{_SHOWN}页\s{{0,3}}[/,;]?\s{{0,3}}(?:总|全文)?共{_DECLARED}页"),
    re.compile(
        rf"共{_DECLARED}页\s{{0,3}}[/,;]?\s{{0,3}}"
        rf"(?:当前|现在|目前|本页)?(?:为|是|显示|预览|阅读)?(?:第|前|了)?{_SHOWN}页"
    ),
    re.compile(rf"(?=共{_DECLARED}页)共{_SHOWN}页,?已?(?:全部|都)已?(?:预览|阅读|显示)(?:完|结束)"),
    re.compile(rf"(?:^|[,;(])\s?共{_DECLARED}页"),
    re.compile(rf"_第{_SHOWN}页\s*$"),
    re.compile(rf"(?:页数\s{{0,3}}:|总共|文档共){_DECLARED}(?:页|(?!\d))"),
    re.compile(rf"(?:还剩|剩余|余下|还有){_OMITTED}页"),
    re.compile(rf"(?:(?:仅|只)(?:显示|提供|展示|预览)了?|能?预览|已(?:阅读|预览))前?{_SHOWN}页"),
)


def read_pages(lines: Iterable[str]) -> Fields:
    """Return `declared_pages`, `shown_pages`, `omitted_pages` as folded `lines` of such a site state them.

    Of several marks the last page counts: each page has one.
    """
    stated = [
        match.groupdict() for line in lines for pattern in _STATEMENTS for match in pattern.finditer(line)
    ]
    numbers = {name: [int(each[name]) for each in stated if name in each] for name in _NAMES}
    return {name: max(values) for name, values in numbers.items() if values}


def complete_pages(fields: Fields) -> Fields:
    """Return `fields` with the third of the three numbers, where two of them are stated."""
    declared, shown, omitted = (_number(fields, name) for name in _NAMES)
    if declared is not None and shown is not None and omitted is None:
        return {**fields, "omitted_pages": max(0, declared - shown)}
    if declared is not None and omitted is not None and shown is None:
        return {**fields, "shown_pages": max(0, declared - omitted)}
    if shown is not None and omitted is not None and declared is None:
        return {**fields, "declared_pages": shown + omitted}
    return fields


def _number(fields: Fields, name: FieldName) -> int | None:
    value = fields.get(name)
    return None if value is None else int(value)
