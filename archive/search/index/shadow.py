"""What the index is given in place of an article's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive.search.index.tokens import TITLE_START, han_counts, tokenized


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
            body=tokenized(body),
            title=f"{TITLE_START} {tokenized(title)}".rstrip(),
            attachments=tokenized(attachments),
            counts=han_counts(title, body, attachments),
        )
