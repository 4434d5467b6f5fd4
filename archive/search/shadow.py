"""What the index is given in place of an article's words."""

from __future__ import annotations

from dataclasses import dataclass

from archive.search.tokens import TITLE_START, han_characters, tokenize


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadow:
    """The tokens of an article, separated by blanks; fields in the order of the tables' columns."""

    body: str
    title: str
    attachments: str
    characters: str
    """Each Han character of the three once."""

    @classmethod
    def of(cls, title: str, body: str, attachments: str) -> Shadow:
        """Return the shadow of the texts as printed."""
        return cls(
            body=" ".join(tokenize(body)),
            title=" ".join((TITLE_START, *tokenize(title))),
            attachments=" ".join(tokenize(attachments)),
            characters=" ".join(sorted(han_characters(title, body, attachments))),
        )
