"""What the lines around a text say of its page: path, name of the site, ICP number, comments."""

from __future__ import annotations

from collections.abc import Sequence

from archive.fold import fold
from archive.invisible import visible
from archive.model import FieldName
from archive.text.comment_count import count_around
from archive.text.mirror.annotation import ANNOTATION
from archive.text.rules.breadcrumb import read_path
from archive.text.rules.footer import read_foot


def read_frame(lines: Sequence[str]) -> dict[FieldName, str | int]:
    """Return the fields that `lines` (`Extraction.frame`) state, but for values with converter damage."""
    fields: dict[FieldName, str | int] = {}
    for line in map(visible, lines):
        for name, value in {**read_foot(line, fold(line)), **read_path(line, fold(line))}.items():
            if not ANNOTATION.search(str(value)):
                fields.setdefault(name, value)
    comments = count_around(map(fold, lines))
    return fields if comments is None else {**fields, "comments": comments}
