"""Where pinyin in brackets stands: `創(chuàng)`, `?yàn)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTER = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹêɑ]"
_SYLLABLE = f"{_LETTER}{{1,6}}"
TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]")

ANNOTATION = re.compile(
    rf"(?:(?P<lost>[?\ufffd]\(?)|\()(?P<pinyin>{_SYLLABLE}(?P<nested>\({_SYLLABLE}\){_LETTER}{{0,4}})?) ?\)"
)
"""`lost`: a byte in front of the bracket was lost, and mostly the bracket with it.
`nested`: 優(yōu(zī)), where the bytes of "ōu" hold another key of the table."""

_END = re.compile(rf"\)(?:(?<={_LETTER}\))|(?<={_LETTER} \)))")
"""Found first, since a search for one character is many times as fast as one for several."""
_NESTED = re.compile(rf"\({_SYLLABLE}\)")


def find_annotations(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `ANNOTATION`."""
    return ANNOTATION.finditer(text) if _END.search(text) else iter(())


def reading_of(match: re.Match[str]) -> str:
    """Return the reading that an annotation gives, without one nested in it."""
    return _NESTED.sub("", match["pinyin"]) if match["nested"] else match["pinyin"]
