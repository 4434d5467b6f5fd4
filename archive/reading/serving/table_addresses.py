"""Which addresses are those of Datasette's own pages of the database; ours stand beside them."""

from __future__ import annotations

import re
from typing import Final

DATABASE: Final = "archive"
"""As Datasette calls it, by the name of its file."""

_FIRST: Final = re.compile(r"/([^/.]+)")
_TILDE: Final = re.compile("~([0-9A-Fa-f]{2})")


def is_of_tables(path: str) -> bool:
    """Tell whether a path, with its percent signs decoded, leads into the database: `/archive/articles.csv`.

    Datasette reads `~61` in a name as it reads `a`, so that `/~61rchive` leads there, too.
    """
    found = _FIRST.match(path)
    return found is not None and _TILDE.sub(_character, found[1]) == DATABASE


def _character(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))
