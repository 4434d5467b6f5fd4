"""What every paging dialect can do."""

from __future__ import annotations

from typing import Protocol

from crawler.paging.list_page import ListPage


class Paging(Protocol):
    """How the next page of a list is found."""

    def next_page(self, page: ListPage) -> str | None:
        """Return its address; None on the last page."""
