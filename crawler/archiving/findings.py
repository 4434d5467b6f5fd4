"""What in a crawl shows that a site, or our description of it, is no longer what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from statistics import median

from archive.store.answers import status_line
from archive.store.runs import StartLists
from archive.store.sighting import GONE
from archive.store.visit import FORBIDDEN, Visit

LEAST_OF_USUAL = 2 / 3
RUNS_COMPARED = 5

MOST_FAILED = 0.5
FEWEST_FAILED = 5
"""Texts that failed; fewer are asked for again, and stand in `status`."""

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
        self._start = frozenset(start)
        self._links: dict[str, int] = {}
        self._gone: dict[str, str] = {}
        self._forbidden: set[str] = set()
        self._unread: set[str] = set()
        self._unreached: set[str] = set()
        self._failures: Counter[str] = Counter()
        self._asked = self._failed = 0

    @property
    def lists(self) -> StartLists:
        """Articles that each start list links to: the same on a quiet day as on a busy one."""
        return {url: self._links.get(url) for url in sorted(self._start)}

    @property
    def is_away(self) -> bool:
        """Whether the site was not reached for any of its lists, so that its texts need not be asked for."""
        return bool(self._start) and self._unreached == self._start

    @property
    def read_no_list(self) -> bool:
        """Whether all the start lists failed, so that this was no crawl of the site at all."""
        return self._unread == self._start

    def failures(self) -> Iterator[str]:
        """Yield why pages failed, the commonest reason, for whoever reads the report and not the frontier."""
        for reason, count in self._failures.most_common(1):
            total = self._failures.total()
            yield f"{total} failed: {reason}" if count == total else f"{count} of {total} failed: {reason}"

    def see(self, visit: Visit) -> None:
        """Note what one visit shows."""
        if visit.state == "failed":
            self._failures[visit.reason or "no reason known"] += 1
        if visit.url in self._start and visit.kind != "other":
            self._see_start(visit)
        elif visit.kind == "article":
            self._see_text(visit)

    def alarms(self, earlier: Sequence[StartLists]) -> Iterator[str]:
        """Yield what somebody must look at; `earlier` are the `lists` of the crawls before, newest first."""
        yield from self._of_lists()
        yield from self._fewer(earlier)
        if self._failed >= FEWEST_FAILED and self._failed > self._asked * MOST_FAILED:
            yield f"{self._failed} of {self._asked} texts failed; `status` has the reasons"

    def _of_lists(self) -> Iterator[str]:
        if self._forbidden and self._forbidden == self._start:
            yield f"{FORBIDDEN} forbids all lists of the site"
        elif self._forbidden:
            for url in sorted(self._forbidden):
                yield f"{FORBIDDEN} forbids {url}; take it out of `start`"
        for url, answer in self._gone.items():
            yield f"{url} answered {answer}; write into `start` where the list is now"
        for url, links in self._links.items():
            if links == 0:
                yield f"{url} links to no article; compare `article` and `items` with the page of today"

    def _fewer(self, earlier: Sequence[StartLists]) -> Iterator[str]:
        """Compare the lists that were read now and before: one that failed, or is new, is no loss.

        One that links to no article has its own alarm.
        """
        usual = {url: _usual(url, earlier) for url, links in self._links.items() if links}
        links = sum(self._links[url] for url in usual if usual[url])
        if links < sum(usual.values()) * LEAST_OF_USUAL:
            yield f"the lists link to {links} articles, where {sum(usual.values()):g} are usual"

    def _see_text(self, visit: Visit) -> None:
        self._asked += visit.exchange is not None or visit.state == "failed"
        self._failed += visit.state == "failed"

    def _see_start(self, visit: Visit) -> None:
        if visit.state == "skipped" and (visit.reason or "").startswith(FORBIDDEN):
            self._forbidden.add(visit.url)
        elif visit.state == "failed":
            self._unread.add(visit.url)
            if visit.exchange is None or visit.exchange.status in _AWAY:
                self._unreached.add(visit.url)
        elif visit.exchange is not None and visit.exchange.status in GONE:
            self._gone[visit.url] = status_line(visit.exchange.status)
        elif visit.state == "done":
            self._links[visit.url] = sum(link.kind == "article" for link in visit.links)


def _usual(url: str, earlier: Sequence[StartLists]) -> float:
    """Articles that a list linked to of late; 0 where it was not read, or never to any."""
    counts = [count for lists in earlier if (count := lists.get(url))]
    return median(counts[:RUNS_COMPARED] or [0])
