"""What in a crawl shows that a site, or our description of it, is not what it was; `alarms` judges it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from http import HTTPStatus

from archive.store.answers import status_line
from archive.store.runs import StartLists
from archive.store.sighting import GONE
from archive.store.visit import FORBIDDEN, Visit

_AWAY = (
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
)
"""They speak of the whole site, and not of one page."""


class Findings:
    """Looks at every visit of one crawl."""

    def __init__(self, start: Sequence[str]) -> None:
        self.start = frozenset(start)
        self.links: dict[str, int] = {}
        """Start list that was read to the articles that it links to."""
        self.gone: dict[str, str] = {}
        """Start list that is no more to its answer: 404 Not Found."""
        self.forbidden: set[str] = set()
        """Start lists that robots.txt forbids."""
        self.asked = self.failed = 0
        """Texts that were asked for, and those of them that failed."""
        self._unread: set[str] = set()
        self._unreached: set[str] = set()
        self._failures: Counter[str] = Counter()

    @property
    def lists(self) -> StartLists:
        """Articles that each start list links to: the same on a quiet day as on a busy one."""
        return {url: self.links.get(url) for url in sorted(self.start)}

    @property
    def is_away(self) -> bool:
        """Whether the site was not reached for any of its lists, so that its texts need not be asked for."""
        return bool(self.start) and self._unreached == self.start

    @property
    def read_no_list(self) -> bool:
        """Whether all the start lists failed, so that this was no crawl of the site at all."""
        return self._unread == self.start

    def failures(self) -> Iterator[str]:
        """Yield why pages failed, the commonest reason, for whoever reads the report and not the frontier."""
        for reason, count in self._failures.most_common(1):
            total = self._failures.total()
            yield f"{total} failed: {reason}" if count == total else f"{count} of {total} failed: {reason}"

    def see(self, visit: Visit) -> None:
        """Note what one visit shows."""
        if visit.state == "failed":
            self._failures[visit.reason or "no reason known"] += 1
        if visit.url in self.start and visit.kind != "other":
            self._see_start(visit)
        elif visit.kind == "article":
            self._see_text(visit)

    def _see_text(self, visit: Visit) -> None:
        self.asked += visit.exchange is not None or visit.state == "failed"
        self.failed += visit.state == "failed"

    def _see_start(self, visit: Visit) -> None:
        if visit.state == "skipped" and (visit.reason or "").startswith(FORBIDDEN):
            self.forbidden.add(visit.url)
        elif visit.state == "failed":
            self._unread.add(visit.url)
            if visit.exchange is None or visit.exchange.status in _AWAY:
                self._unreached.add(visit.url)
        elif visit.exchange is not None and visit.exchange.status in GONE:
            self.gone[visit.url] = status_line(visit.exchange.status)
        elif visit.state == "done":
            self.links[visit.url] = sum(link.kind == "article" for link in visit.links)
