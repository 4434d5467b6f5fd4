"""What in a crawl shows that a site, or our description of it, is no longer what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from archive.store.sighting import GONE
from archive.store.visit import FORBIDDEN, Judged, Visit

MOST_FAULTY = 0.05
"""Share of the texts read that may have one of `_FAULTS`."""

FEWEST_FAULTY = 2
"""One odd page is no alarm, however few were read."""

LEAST_OF_USUAL = 2 / 3
RUNS_COMPARED = 5

FEWEST_JUDGED = 20
"""New articles from which on the share of campaign material among them says anything."""

LEAST_KEPT_OF_USUAL = 1 / 3
"""Measured by what is kept, since at many sites most pages are skipped on every day."""

_FAULTS = {
    "empty": "have an empty body; compare `rules` with a page of today",
    "shell": 'are filled by scripts; set `browser="shells"`, and they are read through a browser',
    "template_unknown": "fit no template of the site; add one in front of the others in `rules`",
    "replaced": "hold bytes that their charset can't read; set `charset` in `rules`",
}


class Findings:
    """Looks at every visit of one crawl."""

    def __init__(self, start: Sequence[str]) -> None:
        self._start = frozenset(start)
        self._links: dict[str, int] = {}
        self._gone: dict[str, str] = {}
        self._forbidden: set[str] = set()
        self._unread: set[str] = set()
        self._failures: Counter[str] = Counter()
        self._read = 0
        self._faults: Counter[str] = Counter()

    @property
    def links(self) -> int:
        """Articles that the start lists link to: the same on a quiet day as on a busy one."""
        return sum(self._links.values())

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
        elif visit.kind == "article" and visit.extraction is not None:
            self._read += 1
            self._faults.update(_faults(visit))

    def alarms(self, earlier: Sequence[int]) -> Iterator[str]:
        """Yield what somebody must look at; `earlier` are the `links` of the crawls before, newest first."""
        if self._forbidden and self._forbidden == self._start:
            yield f"{FORBIDDEN} forbids all lists of the site"
        for url, answer in self._gone.items():
            yield f"{url} {answer}; write into `start` where the list is now"
        for url, links in self._links.items():
            if links == 0:
                yield f"{url} links to no article; compare `article` and `items` with the page of today"
        usual = median(earlier[:RUNS_COMPARED] or [0])
        if 0 < self.links < usual * LEAST_OF_USUAL:
            yield f"the lists link to {self.links} articles, where {usual:g} are usual"
        for fault, words in _FAULTS.items():
            count = self._faults[fault]
            if count >= FEWEST_FAULTY and count > self._read * MOST_FAULTY:
                yield f"{count} of {self._read} texts {words}"

    def _see_start(self, visit: Visit) -> None:
        if visit.state == "skipped" and (visit.reason or "").startswith(FORBIDDEN):
            self._forbidden.add(visit.url)
        elif visit.state == "failed":
            self._unread.add(visit.url)
        elif visit.exchange is not None and visit.exchange.status in GONE:
            self._gone[visit.url] = visit.reason or "is gone"
        elif visit.state == "done":
            self._links[visit.url] = sum(link.kind == "article" for link in visit.links)


def selection_alarms(now: Judged, before: Judged) -> Iterator[str]:
    """Yield an alarm where far more new pages than usual are no campaign material, or all of them at first.

    Either the lists lead elsewhere now, or the reader takes the wrong part of the page for its text.
    """
    met, met_before = now.kept + now.irrelevant, before.kept + before.irrelevant
    usual = before.kept / met_before if met_before else 0.0
    if met >= FEWEST_JUDGED and (now.kept == 0 or now.kept < met * usual * LEAST_KEPT_OF_USUAL):
        told = f"where {1 - usual:.0%} are usual; " if met_before else ""
        yield f"{now.irrelevant} of {met} new pages are no campaign material, {told}look at them at /skipped"


def _faults(visit: Visit) -> Iterator[str]:
    extraction = visit.extraction
    assert extraction is not None
    if extraction.kind in ("empty", "unreadable") or (extraction.kind == "article" and not extraction.blocks):
        yield "empty"
    if extraction.kind == "shell":
        yield "shell"
    if "template_unknown" in extraction.warnings:
        yield "template_unknown"
    if extraction.replaced_chars:
        yield "replaced"
