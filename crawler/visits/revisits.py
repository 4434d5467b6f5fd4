"""When an address is looked at again: sites correct and take down young texts, and seldom touch old ones."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

from archive.model import Extraction
from archive.store.answers import REDIRECTS, Outcome
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

_FAILED = (1, 2, 4, 8, 16, 30)
"""Days until the next attempt, after one that failed, after two in a row, and so on."""
_LASTING_FROM = 3
"""Where nothing passes by itself (403, a page too large), the wait begins at this one of `_FAILED`."""

_EARLIER = timedelta(hours=12)
"""A page late in a run must be due when the next day's begins, at another minute."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def conditions(row: FrontierRow) -> dict[str, str]:
    """What makes a site answer 304 for a page that we have; lists are always asked for in full."""
    if row.kind == "listing":
        return {}
    conditions = {"If-None-Match": row.etag, "If-Modified-Since": row.last_modified}
    return {name: value for name, value in conditions.items() if value}


class Revisits:
    """Says of each address that was visited when to come again; every walk begins at the lists of `start`."""

    def __init__(self, frontier: Frontier, start: Container[str]) -> None:
        self._frontier = frontier
        self._start = start

    def after_text(self, row: FrontierRow, exchange: Exchange, extraction: Extraction | None) -> str:
        """Return when to come again (UTC) to a text; `extraction` is None where the site sent none anew."""
        if (extraction and extraction.kind == "not_found") or is_sent_home(row.url, exchange.url):
            return in_a_month()
        published_at = extraction.published_at if extraction else None
        return next_visit(published_at or self._frontier.published_at(row.url))

    def after_none(self, row: FrontierRow, exchange: Exchange | None, outcome: Outcome) -> str | None:
        """Return when to ask again (UTC) for what gave no page; None: never."""
        if outcome.state == "failed":
            return now() if row.url in self._start else after_failure(row, outcome)
        if row.kind == "listing":
            return None
        if outcome.state == "skipped":
            return in_a_month()
        if exchange is None:
            return None
        if exchange.status == HTTPStatus.NOT_MODIFIED:
            return self.after_text(row, exchange, None)
        # Of a text that is kept, one that leads to a list now may be taken down, and come back.
        is_led_away = exchange.status in REDIRECTS and self._frontier.has_text(row.url)
        return in_a_month() if is_led_away or exchange.status in GONE else None


def after_failure(row: FrontierRow, outcome: Outcome, today: datetime | None = None) -> str:
    """Return when to ask again (UTC) for what failed: the more rarely, the more often it has."""
    step = row.attempts + (_LASTING_FROM if outcome.lasting else 0)
    return _in(_FAILED[min(step, len(_FAILED) - 1)], today)


def next_visit(published_at: str | None, today: datetime | None = None) -> str:
    """Return when to come again (UTC, ends in Z) to a text of this printed date: `2006-07-08`, `2006-07`.

    A text without a date counts as one of middle age, and so does one that is dated in the future.
    """
    today = today or datetime.now(UTC)
    return _in(_days(published_at, today), today)


def in_a_month(today: datetime | None = None) -> str:
    """Return when to ask again for a page that is said not to exist, or that we may not ask for."""
    return _in(_AWAY, today)


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


def _in(days: int, today: datetime | None) -> str:
    when = (today or datetime.now(UTC)) + timedelta(days=days) - _EARLIER
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
