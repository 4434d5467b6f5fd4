"""Where pinyin in brackets stands: `創(chuàng)`, `?yàn)`."""

from __future__ import annotations

import re

_LETTER = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹêɑ]"
SYLLABLE = f"{_LETTER}{{1,6}}"
TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]")

ANNOTATION = re.compile(
    rf"(?:(?P<lost>[?\ufffd]\(?)|\()(?P<pinyin>{SYLLABLE}(?P<nested>\({SYLLABLE}\){_LETTER}{{0,4}})?) ?\)"
)
"""`lost`: a byte in front of the bracket was lost, and mostly the bracket with it.
`nested`: 優(yōu(zī)), where the bytes of "ōu" hold another key of the table."""

_NESTED = re.compile(rf"\({SYLLABLE}\)")


def reading_of(match: re.Match[str]) -> str:
    """Return the reading that an annotation gives, without one nested in it."""
    return _NESTED.sub("", match["pinyin"]) if match["nested"] else match["pinyin"]
