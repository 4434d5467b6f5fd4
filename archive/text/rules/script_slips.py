"""Traditional texts that a program made, or that somebody mixed: `機製`, `方麵`, `乾部`, `开展活動`.

A program that goes character by character takes the wrong one of two (制 → 製). Search folds both to one, so
that nothing is lost; the text stays, and is flagged.
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule
from archive.text.rules.script import unlike

_SAMPLE = 6_000
"""Characters; who mixes scripts does it from the beginning."""
_SLIP = re.compile(
    "[機體控限強法抑節管建專剋克牽遏]製|製(?:度|約|裁|止|定|訂)"
    "|[方全局層當表前後側場書頁地畫]麵|麵(?:對|向|貌|臨|積|前|廣|上)"
    "|乾(?:部|勁|事|群|警|活|線|擾|預)|[骨主能實苦巧]乾"
    "|[以之然最先今前落]后|后(?:勤|續|備)|髮(?:展|生|現|放|揮|動|佈|布|言|電)|[開出激爆啟研印頒]髮"
    "|[規示模防師]范|[奮戰]斗|斗爭|[目標水]准|准(?:備|確|則)|[放輕]松|松懈|復雜|幹燥|民眾路線"
)
_FOREIGN = 3
"""Unlike characters of the other script; fewer may be of a name or a quotation."""


def _find(manuscript: Manuscript) -> Findings:
    sample = manuscript.text[:_SAMPLE]
    traditional = unlike(sample, "Traditional")
    if not traditional:
        return NOTHING
    simplified = unlike(sample, "Simplified")
    is_mixed = min(len(traditional), len(simplified)) >= _FOREIGN
    is_converted = len(traditional) > len(simplified) and _SLIP.search(sample)
    return Findings(flags=["mixed_script"]) if is_mixed or is_converted else NOTHING


RULE = rule("script_slips", 1, _find)
