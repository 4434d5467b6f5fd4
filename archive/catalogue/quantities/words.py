"""The patterns that the words of quantity_words.tsv make: what stands before and behind a number.

What stands before a number is read from the number backwards, in reversed text, so that each pattern is tried
at one place only.
"""

from __future__ import annotations

import re

from archive.catalogue.quantities.amounts import unit_pattern
from archive.catalogue.table import words
from archive.fold import fold

_HAN = "[㐀-鿿]"
_CHANGED_FROM = r"[%万亿吨元米人]{0,3}[0-9.]+[从由]"
"""由92%, reversed: where it rose from."""


def _words(use: str) -> str:
    return fold(words(use, of="quantity_words.tsv"))


def _reversed(use: str) -> str:
    return "|".join(word[::-1] for word in _words(use).split("|"))


_MOST_LINKS = 8
"""达到 may be one of them or two: a row of twenty would be divided in a million ways."""
SUBJECT_BEFORE = re.compile(
    rf"(?P<link>(?:{_reversed('link')}|{_CHANGED_FROM}|的){{0,{_MOST_LINKS}}}?)"
    rf"(?:(?P<shares>{_reversed('share')})|(?P<sums>{_reversed('sum')})|(?P<things>{_reversed('thing')}))"
)
"""成完|量产炭煤: the words between, then the head of the subject."""
VERB_BEFORE = re.compile(
    rf"(?P<link>(?:{_reversed('link')}){{0,{_MOST_LINKS}}}?)(?P<verb>{_reversed('verb')}|{_reversed('nominal')})"
)

_NO_MODIFIER = rf"(?:{_words('no_modifier')}|{_words('verb')})"
_MODIFIER = rf"(?:(?!{_NO_MODIFIER}){_HAN}){{0,8}}?"
_ENDS = rf"(?=[^㐀-鿿]|\Z|{_words('follow')})"
THING_BEHIND = re.compile(
    rf"(?P<suffix>以上|左右)?(?:(?:{_HAN}|、){{1,14}}?的)??(?P<subject>{_MODIFIER}(?:{_words('thing')}){{1,6}}){_ENDS}"
)
ENUMERATED = re.compile(rf"[二两三四五六七八九十](?:个|项|条|大|件).*(?:{_words('enumerated')})\Z")
SUM_BEHIND = re.compile(rf"的?(?P<subject>{_words('sum')})(?:生产)?(?:任务|目标|指标)?{_ENDS}")

PERSON = re.compile(rf"(?:{_words('person')})\Z")

_OTHER = rf"{_words('before_subject')}|使(?![用命])|共(?![产青同])"
BEGINS_BEHIND = re.compile(rf".*(?:{_words('verb')}|{_OTHER})")
SHARE_BEGINS_BEHIND = re.compile(rf".*(?:{_words('share_verb')}|{_OTHER})")
NOMINAL = re.compile(_words("nominal"))
NUMBER_LEFT = re.compile(rf"(?:年|月份?|日|号)(?:以?来|底|初|末|中|内|前|后|起)?|(?:{unit_pattern()})")
"""What a number leaves before a subject that it stands before: 2010年煤炭产量, 28个项目完成19个."""

RISE = re.compile(_words("rise"))
FALL = re.compile(_words("fall"))
REACHED = re.compile(rf"(?:{_words('reached')})\Z")

BOUNDS = {bound: re.compile(_words(bound)) for bound in ("at_least", "at_most", "under", "about", "over")}
ZERO = re.compile(rf"零[”\"」』]?(?P<subject>(?:{_words('zero')})(?:事故|人数)?)")
ALL_OF_HUNDRED = ("100%", "百分之")
"""One of these stands in each of `HUNDREDS`."""
HUNDREDS = re.compile(
    r"(?P<count>[二两三四五六七八九十]|[2-9]|10)(?:个|项)?[“\"「『]?(?P<amount>100%|百分之(?:百|一百))"
)

TARGET = re.compile(rf"{_words('target')}|(?<![需主重首纲摘])要(?![求点闻素案件])|(?<!不)将(?![军领])")
REPORTED = re.compile(
    rf"{_words('reported')}|(?<!公)共(?=有|计|开[展办设]|组[织建]|整改|排查|[培召举完投筹捐评印查收])|了(?![解然如])"
)
TARGET_HEADING = re.compile(_words("target_heading"))
