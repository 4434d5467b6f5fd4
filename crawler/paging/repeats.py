"""The end of a list that never says so."""

from __future__ import annotations

from hashlib import blake2b


class Repeats:
    """Remembers which articles each list page showed, to refuse a page that repeats an earlier one.

    Many systems answer a page number beyond the last one with the last page or the first.
    """

    def __init__(self) -> None:
        self._seen: dict[bytes, str] = {}
        """Of each page a digest: a site has a thousand of them, with all its addresses."""

    def earlier(self, url: str, articles: frozenset[str]) -> str | None:
        """Return the address of the page that showed the same articles; None for a new set."""
        digest = blake2b(
            "\n".join(sorted(articles)).encode("utf-8", "surrogatepass"), digest_size=16
        ).digest()
        shown_by = self._seen.setdefault(digest, url)
        return shown_by if shown_by != url else None
