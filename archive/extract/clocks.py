"""Dates beside a title that are not the text's: the reader's day, a list's, that of a page's last change."""

from __future__ import annotations

import re

from archive.byline import read_pairs
from archive.extract.layout import Line
from archive.fold import fold

_SHORTEST_ENTRY = 9
"""Characters of a link that is a title in a list, rather than the name of a source."""
_TIME = re.compile(r"\d[:：]\d\d")
"""A list of titles prints no times; a byline's links, to its section, source and comments, may be long."""
_CLOCK = re.compile(
    r"今天是|现在是|今日是|今天:|当前(?:时间|日期)|系统时间|农历|欢迎您|最后(?:修改|更新|编辑)[于日时:]"
)


def tells_other_date(line: Line) -> bool:
    """Tell whether the date in a line is surely none of publication."""
    is_entry = 2 * line.linked > len(line.text) or (
        line.linked >= _SHORTEST_ENTRY and _TIME.search(line.text) is None
    )
    return (is_entry and not read_pairs(line.text)) or _CLOCK.search(fold(line.text)) is not None
