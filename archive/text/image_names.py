"""Names of image files on lines of their own: `3.jpg`, `DSC04940`, `图片1.png`. Captions (图为……) stay."""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_SUFFIX = r"\.(?:jpe?g|png|gif|bmp|webp|tiff?)"
_NAME = re.compile(
    rf"[\[(【]?\s*(?:[\w一-鿿.()-]{{1,60}}{_SUFFIX}|(?:dsc|img|imgp|dscn|mmexport|p)_?\d{{4,13}})\s*[\])】]?"
)
_LONGEST = 70
_SIGNS = (
    *(".jp", ".png", ".gif", ".bmp", ".webp", ".tif", "dsc", "img", "mmexport", "p_"),
    *(f"p{digit}" for digit in range(10)),
)
_HINT = re.compile(rf"{_SUFFIX}|dsc|img|mmexport|(?:^|\n)p_?\d{{4}}")


def _find(manuscript: Manuscript) -> Findings:
    if not _HINT.search(manuscript.folded):
        return NOTHING
    lines = manuscript.lines_with(_SIGNS)
    names = [line for line in lines if len(line.text) <= _LONGEST and _NAME.fullmatch(line.folded.strip())]
    return Findings(changes=manuscript.without(line for line in names if line.start > 0))


RULE = rule("image_names", 1, _find, signs=_SIGNS)
