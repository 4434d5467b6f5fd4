"""Pinyin glued to a text by a mirror's byte replacements: plain, at a trail letter, inside a character.

    創(chuàng)先爭優(yōu)         創先爭優      plain: the reading is one of the character's own
    活動,F(xiàn)提出            活動。現提出   only the trail byte 0x46 of 現 is left: ，(A3 AC) matched
    因?yàn)椴糠謫T工          因為部分員工   see `realign`

A text is touched only where at least three annotations agree with the table of `gbk_table`, and four for each
that only a writer makes (煤(méi)), so that GDP(億元), (a) and a lesson in reading stay what they are.
"""

from __future__ import annotations

from archive.text.manuscript import Manuscript
from archive.text.mirror.repairs import flags_of, mirror_repairs
from archive.text.rule import NOTHING, Findings, rule


def _find(manuscript: Manuscript) -> Findings:
    """Return the repairs; a text that needs them was mirrored."""
    changes = mirror_repairs(manuscript.text).at_pinyin
    return Findings(changes=changes, flags=["mirror", *flags_of(changes)]) if changes else NOTHING


RULE = rule("glued_pinyin", 4, _find)
