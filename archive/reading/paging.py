"""A long list in pages: which of them is shown, and the way to the others."""

from __future__ import annotations

from dataclasses import dataclass

from archive.reading.search_address import Arguments, query_string, trail


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """One page of a list."""

    page: int
    """From 1."""
    size: int
    """Rows on a page."""
    total: int
    """Rows of the whole list."""
    arguments: Arguments
    """What the address says of the list, whichever page is shown."""

    @property
    def pages(self) -> int:
        """Number of the last page."""
        return max(1, -(-self.total // self.size))

    @property
    def offset(self) -> int:
        """Rows on the pages before."""
        return (self.page - 1) * self.size

    @property
    def address(self) -> str:
        """Query string of the whole list."""
        return query_string(self.arguments)

    @property
    def trail(self) -> str:
        """What the addresses of its articles carry: the way back to this page."""
        return trail({**self.arguments, "page": [str(self.page)] if self.page > 1 else []})

    def link(self, page: int) -> str:
        """Return the query string of another page."""
        return query_string({**self.arguments, "page": [str(page)]})
