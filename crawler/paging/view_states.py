"""What ASP.NET wants back with each event of a list's pager; kept for one run."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.paging.forms import form_of, hidden_fields, without_form
from crawler.paging.list_page import ListPage

_MOST_BYTES = 20_000_000
"""Of all that are kept; one mostly has some thousand, and at worst some hundred thousand."""
_OF_A_FIELD = 200
"""Bytes that each takes beside its name and value."""


def view_state(page: ListPage) -> dict[str, str]:
    """Return the hidden fields of a list page with a view state, by name; of any other none."""
    hidden = hidden_fields(page.selector)
    return hidden if "__VIEWSTATE" in hidden else {}


class ViewStates:
    """The hidden fields of the list pages seen last, by the address that their form is sent to."""

    def __init__(self) -> None:
        self._hidden: dict[str, Mapping[str, str]] = {}
        self._bytes = 0

    def remember(self, url: str, hidden: Mapping[str, str]) -> None:
        """Keep the `view_state` of a list page, if it has one; the oldest give way to it."""
        if not hidden:
            return
        self._forget(without_form(url))
        self._hidden[without_form(url)] = hidden
        self._bytes += _size(hidden)
        while self._bytes > _MOST_BYTES:
            self._forget(next(iter(self._hidden)))

    def _forget(self, form: str) -> None:
        self._bytes -= _size(self._hidden.pop(form, {}))

    def fields(self, url: str) -> dict[str, str] | None:
        """Return what is to be posted to an address; None when it is simply asked for."""
        form = form_of(url)
        return None if form is None else {**self._hidden.get(without_form(url), {}), **form}

    def are_lost_for(self, url: str) -> bool:
        """Tell whether an address names an event of a page that this run has not seen."""
        return "__EVENTTARGET" in (form_of(url) or {}) and without_form(url) not in self._hidden


def _size(hidden: Mapping[str, str]) -> int:
    return sum(_OF_A_FIELD + len(name) + len(value) for name, value in hidden.items())
