"""What the scripts of a list page load: the address that answers its rows, and what they make of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlencode

from crawler.paging import ListPage
from crawler.paging.forms import form_address
from crawler.paging.scripts import SUM, joined

_CALL = re.compile(
    rf"(?P<how>\$\.(?:get|post|getJSON|ajax)|axios\.get|axios|fetch|\.load)\s*\(\s*"
    rf"(?:\{{(?P<options>[^()]{{0,800}})|(?P<url>{SUM})\s*(?:,\s*\{{(?P<data>[^{{}}]{{0,300}})\}})?)"
)
_MOST_CALLS = 40
_AGAINST_CACHES = re.compile(
    r"[?&]\w{1,20}=([\"'])\s{0,9}\+\s{0,9}"
    r"(?:Math\.random\(\)|Date\.now\(\)|\(?new Date(?:\(\))?\)?(?:\.\w{5,9}\(\))?)"
)
"""A number that is another at each visit, and says nothing: `"rows.json?t=" + Math.random()`."""
_OPTION = rf"\s*:\s*({SUM})"
_DATA = re.compile(r"\b(?:data|params)\s*:\s*\{([^{}]{0,300})\}")
_PAIR = re.compile(rf"[\"']?(\w+)[\"']?{_OPTION}")
_NAME = re.compile(r"(?<![\w'\"])[A-Za-z_$][\w.$]*(?![\w'\"])")
_GIVEN = re.compile(
    r"(?<![\w$])([A-Za-z_$][\w$]{0,60})\s{0,9}[:=]\s{0,9}(?:(\d{1,20})|[\"']([\w-]{0,99})[\"'])"
)
_COUNTS = re.compile(r"page(?!size|count)|curr|index|^[pn]$", re.IGNORECASE)
"""A name that counts pages, where it is given no value: the first page is meant."""
_ROWS = (
    re.compile(
        r"href=\\?[\"']?([^\"'<>\s]{0,300})[\"']\s*\+\s*[\w.\[\]]{0,60}?(\w{1,40})\s*\+\s*[\"']([^\"'<>\s]{0,99})"
    ),
    re.compile(r"href=[\"']`?([^\"'`<>\s$]{0,300})\$\{[\w.\[\]]{0,60}?(\w{1,40})\}([^\"'`<>\s]{0,99})[\"'`]"),
    re.compile(
        r"href=\"'([^\"'<>\s]{1,300})'\s*\+\s*[\w.\[\]]{0,60}?(\w{1,40})(?:\s*\+\s*'([^\"'<>\s]{0,99})')?\""
    ),
)
"""The link that a script makes of a row: `'<a href="/show?id='+row.id+'">'`, `<a href="/${row.id}.html">`."""


class Hidden(NamedTuple):
    """Articles whose numbers alone stand in the rows, and the form of their addresses."""

    pattern: str
    form: str


def loaded_by(page: ListPage) -> Iterator[str]:
    """Yield the addresses that the page's scripts ask for; what they post is a part of them."""
    first = _first_values(page.html)
    source = _AGAINST_CACHES.sub(r"\1", page.html)
    for call in islice(_CALL.finditer(source), _MOST_CALLS):
        options = call["options"] or ""
        named = re.search(rf"\burl{_OPTION}", options)
        url = _text(call["url"] or (named[1] if named else "''"), first)
        pairs = _DATA.search(options)
        data = dict(_fields((pairs[1] if pairs else call["data"]) or "", first))
        if address := page.address(url) if url else None:
            is_posted = "post" in call["how"] or re.search(r"(?:type|method)\s*:\s*[\"']post", options, re.I)
            yield form_address(address, data) if is_posted else _asked(address, data)


def hidden_in(page: ListPage) -> Iterator[Hidden]:
    """Yield what the page's scripts may make links to articles of."""
    for form in _ROWS:
        for start, name, end in form.findall(page.html):
            if start and (url := page.address(start)):
                yield Hidden(rf'"{re.escape(name)}"\s*:\s*"?([\w-]+)', f"{url}{{}}{end}")


def _asked(address: str, data: dict[str, str]) -> str:
    mark = "&" if "?" in address else "?"
    return f"{address}{mark}{urlencode(data)}" if data else address


def _fields(pairs: str, first: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, expression in _PAIR.findall(pairs):
        value = _text(expression, first)
        if value is not None:
            yield name, value


def _text(expression: str, first: Mapping[str, str]) -> str | None:
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", "''", expression)
    values = {name: _value(name.rpartition(".")[2], first) for name in _NAME.findall(bare)}
    return joined(expression, {name: value for name, value in values.items() if value is not None})


def _value(name: str, first: Mapping[str, str]) -> str | None:
    """What a script sets the name to at first; of a count of pages, the first page."""
    return first.get(name, "1" if _COUNTS.search(name) else None)


def _first_values(html: str) -> dict[str, str]:
    """Read the source once: a hostile one has a thousand names."""
    values: dict[str, str] = {}
    for name, number, text in _GIVEN.findall(html):
        values.setdefault(name, number or text)
    return values
