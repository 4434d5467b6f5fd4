"""The end of a list that never says so."""

from __future__ import annotations


class Repeats:
    """Remembers which articles each list page showed, to refuse a page that repeats an earlier one.

    Many systems answer a page number beyond the last one with the last page or the first.
    """

    def __init__(self) -> None:
        self._seen: dict[frozenset[str], str] = {}

    def earlier(self, url: str, articles: frozenset[str]) -> str | None:
        """Return the address of the page that showed the same articles; None for a new set."""
        shown_by = self._seen.setdefault(articles, url)
        return shown_by if shown_by != url else None
