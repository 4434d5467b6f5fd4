"""Datasette's own pages for readers who don't see them: headings in steps, names on fields.

Its templates hold each page as one block, so that what they leave out is put into their markup. None of it
comes from the archive: text is escaped, and holds no tag.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_HEADING: Final = re.compile(r"<(?P<end>/?)h(?P<level>[1-6])(?=[\s>])")
_FIELD: Final = re.compile(
    '<(?:select|input type="text"|textarea id="sql-editor") '
    r'(?=name="(?P<name>_filter_\w+?|_sort|sql)(?:_\d+)?")'
)
_LABELS: Final[Mapping[str, str]] = {
    "_filter_column": "Column to filter by",
    "_filter_op": "How to compare",
    "_filter_value": "Value to compare with",
    "_sort": "Sort by",
    "sql": "SQL query",
}
_SCROLLING: Final = re.compile(r'<pre (?=id="sql-query"|class="wrapped-sql")')
_VALUES: Final = re.compile("<tbody>")


def accessible(markup: str) -> str:
    """Return the content of one of Datasette's pages with its headings, fields and tables made known."""
    named = _FIELD.sub(lambda field: f'{field[0]}aria-label="{_LABELS[field["name"]]}" ', markup)
    reached = _SCROLLING.sub('<pre tabindex="0" ', named)
    return _in_steps(_VALUES.sub('<tbody lang="zh">', reached))


def _in_steps(markup: str) -> str:
    """No heading stands more than one level below the one before it: h1, h3, h2, h3 are h1, h2, h2, h3."""
    level = 0

    def step(tag: re.Match[str]) -> str:
        nonlocal level
        if not tag["end"]:
            level = min(int(tag["level"]), level + 1)
        return f"<{tag['end']}h{level}"

    return _HEADING.sub(step, markup)
