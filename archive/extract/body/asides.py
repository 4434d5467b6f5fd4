"""Boxes that say by their name that they hold no text: comments, related links, sharing buttons."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.extract.layout import Box

_ASIDE = re.compile(
    r"comment|discuss|pinglun|reply|foot|sidebar|side[-_]|recommend|tuijian|relat|xiangguan|share|copyright|"
    r"crumb|\bnav|menu|banner|advert|[\s_-]ads?[\s_-]|login|rank|hot|toolbar|disclaimer|shengming|statement|popup|"
    r"modal|qrcode|[\s_-]cmts?[\s_-]|liuyan|gentie|[\s_-]xg(?:yd|wz|xw|bd|lj|zx)[\s_-]|yanshen|cainixihuan"
)
_ASIDE_TAGS = ("footer", "nav", "aside")


def is_aside(box: Box) -> bool:
    """Tell by its name that a box holds comments, related links, sharing buttons or the like."""
    return (box.marks != "" or box.tag in _ASIDE_TAGS) and _names_aside(box.tag, box.marks)


@lru_cache(maxsize=4096)
def _names_aside(tag: str, marks: str) -> bool:
    if tag in ("html", "body"):
        return False
    return tag in _ASIDE_TAGS or _ASIDE.search(marks) is not None
