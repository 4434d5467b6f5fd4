"""Make fold.tsv: every code point that the fold changes, and what it becomes.

    python -m archive.data.remake fold.tsv

Three tables in one: Unicode's compatibility forms (Ａ → A, ㈱ stays, it would widen), lower case, and Han to
Simplified, from OpenCC's single characters and han_variants.txt. The map is closed: what a character becomes
does not change again. Raise VERSION, here and in archive.fold, with every change of the result.

It is made of Python 3.11's Unicode. A later one adds characters and lets those it has as they are
(https://www.unicode.org/policies/stability_policy.html), so a later Python makes the same lines and more.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable

import opencc

from archive.data import data_lines

VERSION = 1
UNICODE = "14.0.0"
HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))

TOO_BROAD = frozenset({"炼链", "坐座", "坏坯", "俱具", "里哩", "象像", "划画", "呆待"})
"""Some words swap these between the scripts (項鍊, 座標, 計畫); to merge them would make other words one."""

ZERO = {"○": "〇", "◯": "〇"}
"""二○一○年: the circle that is typed for the numeral."""


def tables() -> dict[str, str]:
    """Return a heading, then `character`, tab, `becomes`, line break: always four code points."""
    han = closed_han_map()
    characters = map(chr, range(sys.maxunicode + 1))
    folded = ((character, _settle(character, lambda now: _fold_once(now, han))) for character in characters)
    rows = (f"{character}\t{becomes}\n" for character, becomes in folded if becomes != character)
    return {"fold.tsv": f"# version {VERSION}; made by archive/data/make_fold.py\n" + "".join(rows)}


def closed_han_map() -> dict[str, str]:
    """Return each Han character that is written otherwise, and the one that stands for it in the end."""
    simplified = _simplified()
    forms = dict(simplified)
    for canonical, variant in variant_pairs():
        source, target = simplified.get(variant, variant), simplified.get(canonical, canonical)
        if source != target and not {source + target, target + source} & TOO_BROAD:
            forms[source] = target
    return {form: _settle(form, lambda current: forms.get(current, current)) for form in forms}


def variant_pairs() -> list[tuple[str, str]]:
    """Return (canonical, variant) for each variant that han_variants.txt lists."""
    groups = map(str.split, data_lines("han_variants.txt"))
    return [(canonical, variant) for canonical, *variants in groups for variant in variants]


def _simplified() -> dict[str, str]:
    characters = [chr(code) for first, last in HAN for code in range(first, last + 1)]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, converted, strict=True)
    return {before: after for before, after in pairs if before != after and len(after) == 1}


def _fold_once(character: str, han: dict[str, str]) -> str:
    plain = _one_to_one(unicodedata.normalize("NFKC", character), character)
    lower = _one_to_one(plain.casefold(), plain)
    return han.get(lower, ZERO.get(lower, lower))


def _one_to_one(mapped: str, character: str) -> str:
    return mapped if len(mapped) == 1 else character


def _settle(character: str, step: Callable[[str], str]) -> str:
    """Repeat `step` until it changes nothing more."""
    while (changed := step(character)) != character:
        character = changed
    return character
