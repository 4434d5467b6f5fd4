"""Lines around a text that say where it stands, and what became of it there.

The path to the page, the site's name and its ICP number; how many comments readers left.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from archive.extract.layout import Layout
from archive.fold import fold, written_forms

_TELLING = re.compile(
    r"位置\s*(?:是|在)?\s*[】\])]?\s*:|首\s*页\s*(?:>|»|→|›)|icp\s*(?:备|证)|\(https?://"
    r"|评论[^\d\n]{0,12}\d|\d\s*(?:人|条|个)?(?:参与|网友|精彩)?评论"
)
_MAY_TELL = re.compile(f"[{re.escape(written_forms('位首备证(评'))}]")
"""Asked first: few lines hold one of these, and folding costs more than all the rest."""
_OF_PATH = re.compile(r"crumb|weizhi|mianbao|[\s_-]mbx|dqwz|position|location")
"""In the class or id of a path's box: breadcrumb, 位置 and 面包屑 in pinyin."""
_FROM_HOME = re.compile(r"(?:您?(?:的|所在)?(?:当前)?位置\s*:?\s*)?(?:网站)?(?:首\s*页|主页)")
_STEP_EDGES = " \t\xa0\u3000/>»›→-|"
_MOST_STEPS = 6
_LONGEST = 200


def frame_lines(layout: Layout, text_lines: Container[int]) -> tuple[str, ...]:
    """Return the telling lines outside the text, as printed, in page order; at last a path set in steps."""
    telling = tuple(
        line.text
        for number, line in enumerate(layout.lines)
        if number not in text_lines and len(line.text) <= _LONGEST and _tells(line.text)
    )
    return (*telling, *_path(layout))


def _path(layout: Layout) -> Iterator[str]:
    """Yield the path that a box of that name holds, where no label and no arrow tells it: 首页 / 党建 / 学习.

    Its steps may be lines of their own, as in a list; they are joined by the arrow.
    """
    for box in layout.boxes:
        if not (box.marks and _names_path(box.marks)) or not 1 <= box.end - box.first <= _MOST_STEPS:
            continue
        if any(_tells(line.text) for line in layout.lines[box.first : box.end]):
            continue
        steps = [line.text.strip(_STEP_EDGES) for line in layout.lines[box.first : box.end]]
        path = " > ".join(filter(None, steps))
        if _FROM_HOME.match(fold(path)) and len(path) <= _LONGEST:
            yield path
            return


@lru_cache(maxsize=4096)
def _names_path(marks: str) -> bool:
    return _OF_PATH.search(marks) is not None


def _tells(line: str) -> bool:
    return _MAY_TELL.search(line) is not None and _TELLING.search(fold(line)) is not None
