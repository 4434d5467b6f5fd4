"""The archive's side of one site's crawl: opens it, saves visits, ends the run."""

from __future__ import annotations

from collections.abc import Container
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Protocol, Self, cast

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from archive.errors import ArchiveError
from archive.store.answers import Outcome
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.failures import text_failure
from archive.store.frontier import Frontier, FrontierRow
from archive.store.recorder import Recorder
from archive.store.visit import RunReport, Visit
from crawler.archiving.conclusion import Conclusion
from crawler.archiving.findings import Findings
from crawler.meta import EXCHANGE, ROW
from crawler.plan import PAUSED, SETTING, Plan
from crawler.site import Site
from crawler.visits.revisits import after_failure

visit_saved = object()
"""Signal: a visit was saved. Arguments: spider, visit, saved (see `archive.store.visit.Saved`)."""

cleaned_again = object()
"""Signal, as a run ends: lines that the site repeats were looked for. Arguments: spider, done, total."""


class _OfSite(Protocol):
    """What is asked of a spider's class."""

    site: Site


class Archiving:
    """Scrapy extension, one per crawler. Others get it with `Archiving.of(crawler)`.

    An archive that can't be written any more (disk full) ends the crawl; `failure` then holds the error.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.failure: ArchiveError | None = None
        self.report: RunReport | None = None
        self._is_closed = False
        self._plan: Plan = crawler.settings[SETTING]
        self._open(cast("type[_OfSite]", crawler.spidercls).site)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Open the archive and begin a walk over the site's lists, or go on with the one that was cut off."""
        archiving = cls(crawler)
        crawler.signals.connect(archiving.spider_error, signals.spider_error)
        crawler.signals.connect(archiving.item_error, signals.item_error)
        crawler.signals.connect(archiving.spider_closed, signals.spider_closed)
        return archiving

    @classmethod
    def of(cls, crawler: Crawler) -> Archiving:
        """Return a crawler's own; there is always one, see crawler/settings.py."""
        archiving = crawler.get_extension(cls)
        assert archiving is not None
        return archiving

    def _open(self, site: Site) -> None:
        data = Path(self.crawler.settings["CAMPAIGN_ARCHIVE_DATA"])
        with ExitStack() as stack:
            archive = stack.enter_context(Archive.create(data))
            self.recorder = Recorder.begin(archive, site.row, self._plan.run_kind, site.rules)
            self.findings = Findings(site.start)
            self.frontier = Frontier(archive, site.name)
            self._conclusion = Conclusion(
                db=archive.db,
                site=site.name,
                recorder=self.recorder,
                frontier=self.frontier,
                findings=self.findings,
            )
            self._begin(site)
            self._resources = stack.pop_all()

    def _begin(self, site: Site) -> None:
        match self._plan.task:
            case "walk":
                self.frontier.begin_walk(site.start, site.channels, site.list_rules)
                for url in set(site.channels).difference(site.start):
                    self.recorder.warn(f"{url} stands in `channels` and not in `start`: it selects nothing")
            case "retry":
                self.frontier.begin_retry()
            case "pages":
                self.frontier.begin_pages([url for url in self._plan.pages if site.covers(url)])

    def next(self, exclude: Container[str] = ()) -> FrontierRow | None:
        """Return the address to visit next, none in `exclude`; the texts of a site that is away can wait."""
        return None if self.findings.is_away else self.frontier.next(exclude)

    def save(self, visit: Visit) -> None:
        """Save one visit and what it found; afterwards the frontier knows what became of it.

        Does nothing more once the archive has failed: what is under way is still pending then.
        """
        if self.failure is not None:
            return
        self.findings.see(visit)
        try:
            saved = self.recorder.save(visit)
        except ArchiveError as error:
            self.failure = error
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="archive_failed"))
        else:
            self.crawler.signals.send_catch_log(
                visit_saved, spider=self.crawler.spider, visit=visit, saved=saved
            )

    def keep(self, url: str, exchange: Exchange | None) -> None:
        """Save an answer that no address of the frontier waits for: robots.txt, a redirect, a script."""
        self.save(Visit(url=url, kind="other", exchange=exchange))

    def close(self, outcome: str) -> None:
        """End the run and write its report; a second call changes nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        with self._resources:
            try:
                if self._plan.task == "walk":
                    outcome = self._conclusion.conclude(outcome)
                for warning in self.findings.failures():
                    self.recorder.warn(warning)
                self.report = self.recorder.finish(outcome, self._tell_cleaned)
            except ArchiveError as error:
                self.failure = self.failure or error

    def _tell_cleaned(self, done: int, total: int) -> None:
        self.crawler.signals.send_catch_log(cleaned_again, spider=self.crawler.spider, done=done, total=total)

    def result(self) -> RunReport:
        """Return the report of the run that is over; raises what kept the archive from being written."""
        # A second signal stops the reactor before the spider is closed.
        self.close("interrupted")
        if self.failure is not None:
            raise self.failure
        assert self.report is not None
        return self.report

    def spider_closed(self, reason: str) -> None:
        """Scrapy has ended. Its "finished" proves nothing: the frontier has the last word."""
        if self.failure is not None:
            self.close("failed")
        elif reason.startswith(PAUSED):
            self.recorder.warn(reason)
            self.close("paused")
        elif reason != "finished" or self.next() is not None:
            self.close("interrupted")
        else:
            self.close("finished")

    def spider_error(self, failure: Failure, response: Response | Failure) -> None:
        """Keep the page that a callback broke on, without a text."""
        meta = response.request.meta  # type: ignore[union-attr]
        row: FrontierRow = meta[ROW]
        visit = Visit(url=row.url, kind=row.kind, exchange=meta.get(EXCHANGE), selection=row.selection)
        broken = _broken(visit, failure)
        self.save(replace(broken, next_visit_at=after_failure(row, Outcome("failed", None, lasting=True))))

    def item_error(self, item: Visit, failure: Failure) -> None:
        """Keep the page whose text could not be saved."""
        self.save(_broken(item, failure))


def _broken(visit: Visit, failure: Failure) -> Visit:
    error = failure.value
    told = text_failure(error) if isinstance(error, ArchiveError) else None
    reason = told or f"a bug: {type(error).__name__}: {error}"
    return replace(visit, state="failed", reason=reason, extraction=None, links=())
