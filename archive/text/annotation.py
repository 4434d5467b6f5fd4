"""Where pinyin in brackets stands: `創(chuàng)`, `?yàn)`."""

from __future__ import annotations

import re

SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹêɑ]{1,6}"
TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]")

ANNOTATION = re.compile(rf"(?:(?P<lost>[?\ufffd]\(?)|\()(?P<pinyin>{SYLLABLE}) ?\)")
"""`lost`: a byte in front of the bracket was lost, and mostly the bracket with it."""
