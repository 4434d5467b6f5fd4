"""Names of image files on lines of their own: `3.jpg`, `DSC04940`, `图片1.png`. Captions (图为……) stay.

[图片]      点击查看原图      此主题相关图片如下：
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_SUFFIX = r"\.(?:jpe?g|png|gif|bmp|webp|tiff?)"
_NAME = re.compile(
    rf"[\[(【]?\s*(?:[\w一-鿿.()-]{{1,60}}{_SUFFIX}|(?:dsc|img|imgp|dscn|mmexport|p)_?\d{{4,13}})\s*[\])】]?"
)
_PROMPT = re.compile(
    r"[\[【]图片\d{0,2}[\]】]|点击(?:图片|此处|这里)?,?(?:可|即可)?(?:查看|看|放大)(?:原图|大图|图片).{0,2}|点击图片,?可?放大.{0,2}|此主题相关图片如下:?"
)
_OF_PROMPTS = ("图片", "原图", "大图")
_LONGEST = 70
_SIGNS = (
    *(".jp", ".png", ".gif", ".bmp", ".webp", ".tif", "dsc", "img", "mmexport", "p_"),
    *(f"p{digit}" for digit in range(10)),
)
_HINT = re.compile(rf"{_SUFFIX}|dsc|img|mmexport|(?:^|\n)p_?\d{{4}}")


def _find(manuscript: Manuscript) -> Findings:
    taken = [line for line in manuscript.lines_with(_OF_PROMPTS) if _PROMPT.fullmatch(line.folded.strip())]
    if manuscript.has_any(_SIGNS) and _HINT.search(manuscript.folded):
        lines = (line for line in manuscript.lines_with(_SIGNS) if len(line.text) <= _LONGEST)
        taken += (line for line in lines if _NAME.fullmatch(line.folded.strip()))
    return Findings(changes=manuscript.without(line for line in taken if line.start > 0))


RULE = rule("image_names", 2, _find, signs=(*_SIGNS, *_OF_PROMPTS))
