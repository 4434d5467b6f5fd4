"""In Datasette's own pages the key of an article leads to the page where it is read."""

from __future__ import annotations

import re
from typing import Final

from datasette import hookimpl
from datasette.app import Datasette
from markupsafe import Markup

from archive.reading.permalink import permalink

_KEY: Final = re.compile(r"[a-z2-7]{12}(#\d+)?")
"""With a number: of an essay that is a part of another article."""


@hookimpl
def render_cell(value: object, column: str, datasette: Datasette) -> Markup | None:
    """Make a link of what is called a key (`key`, `original_key`) and looks like an article's."""
    is_key = column == "key" or column.endswith("_key")
    if not is_key or not isinstance(value, str) or not _KEY.fullmatch(value):
        return None
    return Markup('<a href="{}">{}</a>').format(permalink(datasette.urls.path("/").rstrip("/"), value), value)
