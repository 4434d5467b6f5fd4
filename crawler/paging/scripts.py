"""Where a link leads that a script follows: `onclick="window.open('view.php?id=7')"`, `javascript:goPage(2)`.

No script is run. Read are the functions of the page that put an address together of texts and of what they
are called with, or write a number into a field of a form and submit it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from parsel import Selector

from crawler.paging.forms import form_address, hidden_fields

_OPERAND = r"(?:'[^'\n]{0,300}'|\"[^\"\n]{0,300}\"|[\w$][\w.$]{0,60})"
SUM = rf"{_OPERAND}(?:\s*\+\s*{_OPERAND}){{0,12}}"
"""A text, a number or a name, or several of them joined."""
_OPERANDS = re.compile(_OPERAND)
_MOVE = re.compile(
    r"(?:location(?:\.href)?\s*=(?!=)|location\.(?:assign|replace)\s*\(|window\.open\s*\()"
    rf"\s*(?:encodeURI\s*\()?\s*({SUM})"
)
_FUNCTION = re.compile(r"(?:function\s+(\w{1,60})|\b(\w{1,60})\s*[=:]\s*function)\s*\(([^()]{0,100})\)\s*\{")
_CALL = re.compile(r"(\w{1,60})\s*\(([^()]{0,200})\)")
_FIELD = re.compile(
    r"(?:\.(\w+)|\[[\"'](\w+)[\"']\]|ById\([\"'](\w+)[\"']\))\.value\s*=(?!=)\s*(" + SUM + r")"
    r"|\([\"']#(\w+)[\"']\)\.val\(\s*(" + SUM + r")\s*\)"
)
_LONGEST_CODE, _LONGEST_BODY = 500, 600


class _Form(NamedTuple):
    action: str
    is_posted: bool
    field: str
    """The name of the field that counts."""
    sent: Mapping[str, str]
    """Its hidden fields, but ASP.NET's view state."""


class Scripts:
    """The scripts of one page."""

    def __init__(self, html: str, selector: Selector) -> None:
        self._html = html
        self._selector = selector
        self._forms: dict[str, _Form | None] = {}

    def target(self, code: str) -> str | None:
        """Return the address that `code`, an event or a `javascript:` link, leads to, as written.

        With the fields that it posts, where it submits a form. None where that can't be read.
        """
        code = code[:_LONGEST_CODE]
        if move := _MOVE.search(code):
            return joined(move[1], {})
        for call in _CALL.finditer(code):
            if call[1] in self._functions:
                names, body = self._functions[call[1]]
                values = [joined(argument, {}) or "" for argument in _OPERANDS.findall(call[2])]
                return self._of_body(body, dict(zip(names, values, strict=False)))
        return None

    @cached_property
    def _functions(self) -> Mapping[str, tuple[tuple[str, ...], str]]:
        """The names of what each takes, and its body; ASP.NET's own are a dialect of their own."""
        return {
            match[1] or match[2]: (
                tuple(name.strip() for name in match[3].split(",")),
                self._html[match.end() : match.end() + _LONGEST_BODY].partition("function ")[0],
            )
            for match in _FUNCTION.finditer(self._html)
            if match[1] != "__doPostBack"
        }

    def _of_body(self, body: str, values: Mapping[str, str]) -> str | None:
        if move := _MOVE.search(body):
            return joined(move[1], values)
        field = _FIELD.search(body)
        if not field or "submit" not in body:
            return None
        name = field[1] or field[2] or field[3] or field[5]
        value = joined(field[4] or field[6], values)
        return None if value is None else self._of_form(name, value)

    def _of_form(self, field: str, value: str) -> str | None:
        """Return the address of a form that is sent with a number in one of its fields."""
        if field not in self._forms:
            self._forms[field] = _form_with(field, self._selector)
        form = self._forms[field]
        if form is None:
            return None
        sent = {**form.sent, form.field: value}
        if form.is_posted:
            return form_address(form.action, sent)
        return f"{form.action.partition('?')[0]}?{urlencode(sent)}"


def _form_with(field: str, page: Selector) -> _Form | None:
    """Find the form with a field of this name or id."""
    boxes = page.xpath("//form//input[@name=$field or @id=$field]", field=field)[:1]
    for form in boxes.xpath("ancestor::form[1]"):
        hidden = hidden_fields(form)
        return _Form(
            action=form.attrib.get("action", ""),
            is_posted=form.attrib.get("method", "get").lower() == "post",
            field=boxes[0].attrib.get("name", field),
            sent={name: value for name, value in hidden.items() if not name.startswith("__")},
        )
    return None


def joined(expression: str, values: Mapping[str, str]) -> str | None:
    """Return the text that texts, numbers and names joined by + make; None with a name of no value."""
    parts = [_value(operand, values) for operand in _OPERANDS.findall(expression)]
    return None if None in parts else "".join(part or "" for part in parts)


def _value(operand: str, values: Mapping[str, str]) -> str | None:
    if operand[0] in "'\"":
        return operand[1:-1]
    return operand if operand.isdecimal() else values.get(operand)
