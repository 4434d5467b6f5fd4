"""Lines around a text that say where it stands, and what became of it there.

The path to the page, the site's name and its ICP number; how many comments readers left.
"""

from __future__ import annotations

import re
from collections.abc import Container

from archive.extract.layout import Layout
from archive.fold import fold, written_forms

_TELLING = re.compile(
    r"位置\s*(?:是|在)?\s*[】\])]?\s*:|首\s*页\s*(?:>|»|→|›)|icp\s*(?:备|证)|\(https?://"
    r"|评论[^\d\n]{0,12}\d|\d\s*(?:人|条|个)?(?:参与|网友|精彩)?评论"
)
_MAY_TELL = re.compile(f"[{re.escape(written_forms('位首备证(评'))}]")
"""Asked first: few lines hold one of these, and folding costs more than all the rest."""
_LONGEST = 200


def frame_lines(layout: Layout, text_lines: Container[int]) -> tuple[str, ...]:
    """Return the telling lines outside the text, as printed, in page order."""
    return tuple(
        line.text
        for number, line in enumerate(layout.lines)
        if number not in text_lines and len(line.text) <= _LONGEST and _tells(line.text)
    )


def _tells(line: str) -> bool:
    return _MAY_TELL.search(line) is not None and _TELLING.search(fold(line)) is not None
