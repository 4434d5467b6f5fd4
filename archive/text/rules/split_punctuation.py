"""Full-width marks that a mirror matched inside two characters, so that one byte really is lost.

    使全省９４萬戶     →  使全?。梗慈f(wàn)戶          CA A1 | A3 B9 | A3 B4 | C8 66: CA is gone
    。活動中，         →  ?；顒又?，                    A1 A3 | BB EE | 84 D3 | D6 D0: A1 and D0 are gone

What lies between is exact again when the bytes are paired anew; a character of which a byte is gone is the
one that reads best among those of the other byte, or `LOST` where none is likely enough.
"""

from __future__ import annotations

from archive.text.manuscript import Manuscript
from archive.text.mirror.repairs import flags_of, mirror_repairs
from archive.text.rule import Findings, rule


def _find(manuscript: Manuscript) -> Findings:
    changes = mirror_repairs(manuscript.text).at_marks
    return Findings(changes=changes, flags=flags_of(changes))


RULE = rule("split_punctuation", 4, _find)
