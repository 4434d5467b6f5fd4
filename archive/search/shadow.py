"""What the index is given in place of an article's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from archive.search.tokens import TITLE_START, han_counts, tokenize

_AT_A_TIME = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadow:
    """The tokens of an article, separated by blanks; fields in the order of the tables' columns."""

    body: str
    title: str
    attachments: str
    counts: Mapping[str, int]
    """How often each Han character stands in the three."""

    @property
    def length(self) -> int:
        """How many tokens the three have."""
        return sum(tokens.count(" ") + 1 for tokens in (self.body, self.title, self.attachments) if tokens)

    @property
    def characters(self) -> str:
        """Each of them once."""
        return " ".join(sorted(self.counts))

    @classmethod
    def of(cls, title: str, body: str, attachments: str) -> Shadow:
        """Return the shadow of the texts as printed."""
        return cls(
            body=_joined(tokenize(body)),
            title=" ".join((TITLE_START, *tokenize(title))),
            attachments=_joined(tokenize(attachments)),
            counts=han_counts(title, body, attachments),
        )


def _joined(tokens: Iterator[str]) -> str:
    """Join some at a time: until it is joined each takes as much memory as forty characters."""
    return " ".join(iter(lambda: " ".join(islice(tokens, _AT_A_TIME)), ""))
