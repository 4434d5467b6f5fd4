"""What ASP.NET wants back with each event of a list's pager; kept for one run."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.paging.forms import form_of, hidden_fields, without_form
from crawler.paging.list_page import ListPage


class ViewStates:
    """The hidden fields of the list pages seen last, by the address that their form is sent to."""

    def __init__(self) -> None:
        self._hidden: dict[str, Mapping[str, str]] = {}

    def remember(self, page: ListPage) -> None:
        """Keep the hidden fields of a list page, if it has a view state."""
        hidden = hidden_fields(page.selector)
        if "__VIEWSTATE" in hidden:
            self._hidden[without_form(page.url)] = hidden

    def fields(self, url: str) -> dict[str, str] | None:
        """Return what is to be posted to an address; None when it is simply asked for."""
        form = form_of(url)
        return None if form is None else {**self._hidden.get(without_form(url), {}), **form}

    def are_lost_for(self, url: str) -> bool:
        """Tell whether an address names an event of a page that this run has not seen."""
        return "__EVENTTARGET" in (form_of(url) or {}) and without_form(url) not in self._hidden
