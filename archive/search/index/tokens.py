"""What the index holds in place of a text, and what a query looks for in it: nobody else knows tokens.

A Han run abcd becomes the bigrams ab bc cd and the last character d; a run of letters and digits one token.
So every substring of a Han run is a phrase of adjacent tokens, whatever a dictionary would call a word:

    一切为了安全 (A股)  →  一切 切为 为了 了安 安全 全 ␟ a 股

␟ stands where anything lies between a Han run and a word, so that 党A is found where it stands, not in 党，A.
SQLite's `ascii` tokenizer splits the result at the blanks: any program with FTS5 can open the index.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from archive.fold import fold

TOKENIZER_VERSION: Final = 4
"""Raised whenever any text gets other tokens, or the index other tables: an older index is refused."""

BOUNDARY: Final = "␟"
TITLE_START: Final = "␂"
"""First token of every title, so that `-化工` alone has something to take away from."""
NEVER: Final = "␀"
"""Stands in no text: a query without a word asks for it, and finds nothing."""

HAN: Final = "々〇〡-〩㐀-䶿一-鿿\ue000-\ufaff\U00020000-\U000323af"
"""Inside of a regex character class; 〇 and 々 are written in Han runs (二〇一〇年).

So are characters for private use: old fonts and GBK put rare ones there."""
WORD: Final = rf"[^\W_{HAN}]"
"""One character of a word or number."""

_RUN: Final = re.compile(f"(?P<han>[{HAN}]+)|{WORD}+")
_HAN_RUN: Final = re.compile(f"[{HAN}]+")
_HAN_CHARACTER: Final = re.compile(f"[{HAN}]")

_AT_A_TIME: Final = 10_000
"""Characters that are paired at once; until then each takes as much memory as a dozen."""


class Run(NamedTuple):
    """A stretch of Han, or of letters and digits, in folded text."""

    text: str
    start: int
    is_han: bool
    is_joined: bool
    """Nothing stands between it and the run before."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that must follow each other; with `is_prefix` the last is only how a token begins."""

    tokens: tuple[str, ...]
    is_prefix: bool

    @property
    def is_short(self) -> bool:
        """It has a token less than characters and words: it ends with a bigram."""
        return not self.is_prefix and len(self.tokens[-1]) == 2 and is_han(self.tokens[-1][0])

    def in_full(self) -> Phrase:
        """Return a phrase that matches the same with a token for each character and word."""
        return Phrase((*self.tokens, self.tokens[-1][1]), True) if self.is_short else self


def is_han(token: str) -> bool:
    """Whether a token is a single Han character."""
    return _HAN_CHARACTER.fullmatch(token) is not None


def find_runs(folded: str) -> Iterator[Run]:
    """Yield the runs of a folded text in order."""
    end = -1
    for match in _RUN.finditer(folded):
        yield Run(match[0], match.start(), match["han"] is not None, match.start() == end)
        end = match.end()


def tokenized(text: str) -> str:
    """Return the tokens of a text as printed, in order, separated by blanks."""
    return " ".join(_spaced(fold(text)))


def han_counts(*texts: str) -> dict[str, int]:
    """Return how often each Han character stands in the texts, folded."""
    return Counter("".join(han for text in texts for han in _HAN_RUN.findall(fold(text))))


def phrase_of(text: str, *, is_prefix: bool = False) -> Phrase | None:
    """Return what finds `text` in the index; None when it holds neither Han nor letter nor digit.

    A Han run at the end may go on in the text; a word there may do so only with `is_prefix`.
    """
    folded = fold(text)
    last = deque(find_runs(folded), maxlen=1)
    if not last:
        return None
    tokens = tuple(" ".join(_spaced(folded)).split(" "))
    if not last[0].is_han:
        return Phrase(tokens, is_prefix)
    return Phrase(tokens, True) if len(last[0].text) == 1 else Phrase(tokens[:-1], False)


def token_starts(folded: str) -> list[int]:
    """Return where each token of a folded text begins, ascending; ␟ where the run before it ends."""
    starts: list[int] = []
    before: Run | None = None
    for run in find_runs(folded):
        if before is not None and _is_bounded(before, run):
            starts.append(before.start + len(before.text))
        starts += range(run.start, run.start + len(run.text)) if run.is_han else [run.start]
        before = run
    return starts


def _is_bounded(before: Run, run: Run) -> bool:
    return run.is_han != before.is_han and not run.is_joined


def _spaced(folded: str) -> Iterator[str]:
    """Yield the tokens of each run, separated by blanks.

    This is what every text goes through when it is stored: it spares the runs' own objects.
    """
    bigrams = _bigrams(folded)
    end, was_han = -1, False
    for match in _RUN.finditer(folded):
        is_han = match.lastindex is not None
        start, stop = match.span()
        if is_han != was_han and -1 != end != start:
            yield BOUNDARY
        yield bigrams[3 * start : 3 * stop - 2] if is_han else match[0]
        end, was_han = stop, is_han


def _bigrams(text: str) -> str:
    """Return `ab bc cd d` of abcd: the tokens of a run that begins at n stand from 3n on."""
    pieces = (text[at : at + _AT_A_TIME + 1] for at in range(0, len(text) - 1, _AT_A_TIME))
    return "".join(map(_pairs, pieces)) + text[-1:]


def _pairs(text: str) -> str:
    """Return each character with the next one and a blank; an object for each takes three times as long."""
    codes = array("I", text.encode("utf-32-le", "surrogatepass"))
    pairs = array("I", " ".encode("utf-32-le") * 3 * (len(codes) - 1))
    pairs[0::3], pairs[1::3] = codes[:-1], codes[1:]
    return str(pairs, "utf-32-le", "surrogatepass")
