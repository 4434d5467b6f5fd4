"""Make common_han.txt: the Han characters by which a wrong charset is told from the right one.

    python -m archive.data.remake common_han.txt

Counted over the phrases of pypinyin (MIT licence), weighted by nothing but their number; function words stand
in few phrases but in every text, so they are added by hand. Traditional forms come from OpenCC.
"""

from __future__ import annotations

from collections import Counter

import opencc
from pypinyin.phrases_dict import phrases_dict

SIZE = 1200
FUNCTION_WORDS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些"
    "然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公"
)


def tables() -> dict[str, str]:
    """Return the characters, Simplified then Traditional, most common first, sixty a line."""
    counts = Counter(
        character for phrase in phrases_dict for character in phrase if "一" <= character <= "鿿"
    )
    simplified = dict.fromkeys(FUNCTION_WORDS)
    simplified |= dict.fromkeys(character for character, _ in counts.most_common(SIZE))
    characters = "".join(simplified)
    traditional = opencc.OpenCC("s2t").convert(characters)
    every = "".join(dict.fromkeys(characters + traditional))
    head = "# Made by archive/data/make_common_han.py from pypinyin's phrases and OpenCC's s2t.\n"
    lines = (f"{every[start : start + 60]}\n" for start in range(0, len(every), 60))
    return {"common_han.txt": head + "".join(lines)}
