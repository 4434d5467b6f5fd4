"""When an address is looked at again: sites correct and take down young texts, and seldom touch old ones."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

from archive.model import Extraction
from archive.store.answers import Outcome
from archive.store.clock import now
from archive.store.exchange import Exchange
from archive.store.frontier import Frontier, FrontierRow
from archive.store.sighting import GONE, is_sent_home

_STEPS = ((7, 1), (30, 7), (365, 30))
"""Up to this age in days, again after so many days."""
_RAREST = 180
_UNDATED = 30
_ZONES_APART = -1
"""Of a text of today, where the site's day begins before ours."""
_AWAY = 30
"""A page that was taken away may have been out of order only; one that is forbidden may be allowed again."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def conditions(row: FrontierRow) -> dict[str, str]:
    """What makes a site answer 304 for a page that we have; lists are always asked for in full."""
    if row.kind == "listing":
        return {}
    conditions = {"If-None-Match": row.etag, "If-Modified-Since": row.last_modified}
    return {name: value for name, value in conditions.items() if value}


class Revisits:
    """Says of each address that was visited when to come again."""

    def __init__(self, frontier: Frontier) -> None:
        self._frontier = frontier

    def after_text(self, row: FrontierRow, exchange: Exchange, extraction: Extraction | None) -> str:
        """Return when to come again (UTC) to a text; `extraction` is None where the site sent none anew."""
        if (extraction and extraction.kind == "not_found") or is_sent_home(row.url, exchange.url):
            return in_a_month()
        published_at = extraction.published_at if extraction else None
        return next_visit(published_at or self._frontier.published_at(row.url))

    def after_none(self, row: FrontierRow, exchange: Exchange | None, outcome: Outcome) -> str | None:
        """Return when to ask again (UTC) for what gave no page; None: never.

        What failed is asked again by the next run.
        """
        if outcome.state == "failed":
            return now()
        if row.kind == "listing":
            return None
        if outcome.state == "skipped":
            return in_a_month()
        if exchange is None:
            return None
        if exchange.status == HTTPStatus.NOT_MODIFIED:
            return self.after_text(row, exchange, None)
        return in_a_month() if exchange.status in GONE else None


def next_visit(published_at: str | None, today: datetime | None = None) -> str:
    """Return when to come again (UTC, ends in Z) to a text of this printed date: `2006-07-08`, `2006-07`.

    A text without a date counts as one of middle age, and so does one that is dated in the future.
    """
    today = today or datetime.now(UTC)
    return _moment(today + timedelta(days=_days(published_at, today)))


def in_a_month(today: datetime | None = None) -> str:
    """Return when to ask again for a page that is said not to exist, or that we may not ask for."""
    return _moment((today or datetime.now(UTC)) + timedelta(days=_AWAY))


def _days(published_at: str | None, today: datetime) -> int:
    published = _date(published_at)
    if published is None:
        return _UNDATED
    age = (today - published).days
    if age < _ZONES_APART:
        return _UNDATED
    return next((days for limit, days in _STEPS if age < limit), _RAREST)


def _date(printed: str | None) -> datetime | None:
    found = _DATE.match(printed or "")
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
