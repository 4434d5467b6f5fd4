"""Where the content management systems of Chinese portals put the text of an article."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from archive.extract.body.weights import Weights
from archive.extract.layout import Layout

_BODY = re.compile(
    r" (?:"
    r"trs_editor|trs_ueditor|trs_editor_view|trs_preappend|trs_paper_default"  # TRS
    r"|zoom|ucap-content|article_zoom"  # Hanweb JPage, 开普 UCAP
    r"|v_news_content|vsb_content(?:_\d+)?"  # VSB 博达
    r"|pages_content|view-content-zw|content-zw|zwnr|xxgk_content"  # government portals
    r"|newsshow_cont|article-con|article_con|artibody|arti_body"  # EmpireCMS and its imitators
    r"|zsy_comain|zsy_content|z-content"  # sasac.gov.cn
    r"|rwb_zw|rm_txt_con|show_text|artdet"  # people.com.cn
    r"|rich_media_content|t_f|tcontext"  # WeChat, Discuz, 江钨
    r") "
)
_LEAST_CHARS = 60


class Family(NamedTuple):
    """The body that a CMS's own name marks."""

    box: int
    prose: float
    """Weight of its lines, as the density scorer has it."""


@lru_cache(maxsize=4096)
def marks_body(marks: str) -> bool:
    """Tell whether classes and id, lower case and each between blanks, are those of a CMS's body."""
    return _BODY.search(marks) is not None


def find_family(layout: Layout, weights: Weights) -> Family | None:
    """Return the outermost box that bears such a name and holds text; of several the one with most prose."""
    best: Family | None = None
    end = 0
    for number, box in enumerate(layout.boxes):
        if box.first < end or not box.marks or not marks_body(box.marks):
            continue
        if weights.chars(box) < _LEAST_CHARS:
            continue
        end = box.end
        if best is None or weights.prose(box) > best.prose:
            best = Family(number, weights.prose(box))
    return best
