"""What a document-sharing site says of pages: how many a file has, how many of them it shows.

第3页 / 共43页      共12页，当前第3页      亲，该文档总共12页，当前预览3页      剩余9页未读      页数：11
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.model import FieldName, Fields

_N = r"\s{0,3}(\d{1,4})\s{0,3}"
_SHOWN_FIRST = re.compile(rf"第{_N}页\s{{0,3}}[/,;]?\s{{0,3}}(?:总|全文)?共{_N}页")
_DECLARED_FIRST = re.compile(
    rf"共{_N}页\s{{0,3}}[/,;]?\s{{0,3}}(?:当前|现在|目前|本页)?(?:为|是|显示|预览|阅读)?(?:第|前|了)?{_N}页"
)
_OF_ONE_PAGE = re.compile(rf"_第{_N}页\s*$")
_DECLARED = re.compile(rf"(?:页数\s{{0,3}}:|总共|文档共){_N}(?:页|(?!\d))")
_OMITTED = re.compile(rf"(?:还剩|剩余|余下|还有){_N}页")
_SHOWN_ALONE = re.compile(rf"(?:(?:仅|只)(?:显示|提供|展示|预览)了?|能?预览|已(?:阅读|预览))前?{_N}页")


def read_pages(lines: Iterable[str]) -> dict[FieldName, str | int]:
    """Return `declared_pages`, `shown_pages`, `omitted_pages` as folded `lines` of such a site state them.

    Of several marks the last page counts: each page has one.
    """
    shown: list[int] = []
    declared: list[int] = []
    omitted: list[int] = []
    for line in lines:
        for first, last in _SHOWN_FIRST.findall(line) + [
            found[::-1] for found in _DECLARED_FIRST.findall(line)
        ]:
            shown.append(int(first))
            declared.append(int(last))
        shown += map(int, _OF_ONE_PAGE.findall(line))
        shown += map(int, _SHOWN_ALONE.findall(line))
        declared += map(int, _DECLARED.findall(line))
        omitted += map(int, _OMITTED.findall(line))
    found: dict[FieldName, list[int]] = {
        "declared_pages": declared,
        "shown_pages": shown,
        "omitted_pages": omitted,
    }
    return {name: max(values) for name, values in found.items() if values}


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


_NAMES: tuple[FieldName, ...] = ("declared_pages", "shown_pages", "omitted_pages")


def _number(fields: Fields, name: FieldName) -> int | None:
    value = fields.get(name)
    return None if value is None else int(value)
