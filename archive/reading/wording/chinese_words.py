"""Chinese words in English sentences: what a screen reader must read in another voice."""

from __future__ import annotations

import re
from typing import Final

from archive.search.index.tokens import HAN

_TAG_OR_HAN: Final = re.compile(f"<[^>]*>|[{HAN}](?:[{HAN}，、。：；·? ]*[{HAN}])?")


def chinese_told(markup: str) -> str:
    """Return HTML in which each run of Chinese between tags says its language."""
    return _TAG_OR_HAN.sub(_told, markup)


def _told(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("<") else f'<span lang="zh">{found[0]}</span>'
