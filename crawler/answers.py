"""What becomes of each answer to a crawl's requests: the visit that is saved."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from http import HTTPStatus

from scrapy.crawler import Crawler

from archive.errors import InputError
from archive.extract.shells import is_unfilled_text
from archive.store.answers import Outcome, of_status
from archive.store.capture_reading import Reading
from archive.store.clock import now
from archive.store.exchange import Exchange
from archive.store.failures import NO_TEXT
from archive.store.frontier import FrontierRow
from archive.store.sighting import GONE, why_no_text
from archive.store.visit import Visit
from archive.store.warc import Record
from crawler.archiving import Archiving
from crawler.browser import NotRendered, Rendering
from crawler.paging.view_states import ViewStates
from crawler.site import Site
from crawler.visits import reader
from crawler.visits.list_walk import ListWalk
from crawler.visits.outcome import Refused, of_failure
from crawler.visits.page_source import source_of
from crawler.visits.revisits import Revisits, conditions
from crawler.visits.text_page import further

_CUT_OFF = Outcome(
    "failed", "its view state went with a run that was cut off; the next run begins the list anew"
)

_NEVER_SENT = Outcome("failed", "answered 304 Not Modified, though it was asked for as a whole")


class Answers:
    """Those of one crawl. Lists note in `view_states` what their further pages are asked for with."""

    def __init__(self, crawler: Crawler, site: Site, view_states: ViewStates, rendering: Rendering) -> None:
        self._crawler = crawler
        self._site = site
        self._view_states = view_states
        self._rendering = rendering

    async def visit(self, row: FrontierRow, exchange: Exchange) -> Visit:
        """Return the visit that an answer makes, whatever its status."""
        if self._view_states.are_lost_for(row.url):
            return replace(self._pageless(row, exchange, _CUT_OFF), next_visit_at=now())
        if exchange.status == HTTPStatus.NOT_MODIFIED and not self._may_stay(row):
            return self._pageless(row, exchange, _NEVER_SENT)
        if exchange.status is not None and (outcome := of_status(exchange.status)):
            if row.kind == "listing" and exchange.status in GONE:
                self._lists.miss(row)
            return self._pageless(row, exchange, outcome)
        try:
            return await self._visit(row, exchange)
        except InputError as error:
            return self._pageless(row, exchange, Outcome("failed", error.what, lasting=True))

    def missing(self, row: FrontierRow, exchange: Exchange | None, error: BaseException) -> Visit:
        """Return the visit of an address that gave no answer, or whose answer we did not follow."""
        return self._pageless(row, exchange, of_failure(error))

    def unasked(self, row: FrontierRow, refused: Refused) -> Visit:
        """Return the visit of an address that nobody could be asked for; the next run leaves it alone."""
        visit = self.missing(row, None, refused)
        return replace(visit, next_visit_at=None) if visit.state == "failed" else visit

    def _may_stay(self, row: FrontierRow) -> bool:
        """Whether there is anything that may have stayed as it was."""
        return bool(conditions(row)) or Archiving.of(self._crawler).frontier.has_text(row.url)

    async def _visit(self, row: FrontierRow, exchange: Exchange) -> Visit:
        if row.kind != "listing":
            return await self._text(row, exchange)
        return await self._list(row, exchange)

    async def _list(self, row: FrontierRow, exchange: Exchange) -> Visit:
        reading = await reader.read_list(self._site, row.url, exchange)
        if isinstance(reading, Reading):
            reason = (reading.failure or "").removeprefix(f"{NO_TEXT}: ")
            return self._pageless(row, exchange, Outcome("failed", reason, lasting=True))
        if reading.is_unfilled and self._may_render(exchange):
            return await self._rendered(row, exchange)
        return self._lists.visit(row, exchange, reading)

    def _may_render(self, exchange: Exchange) -> bool:
        return self._site.browser == "shells" and exchange.record_type != "conversion"

    async def _rendered(self, row: FrontierRow, exchange: Exchange) -> Visit:
        """What a browser makes of a shell. The answer itself is kept apart, and nothing is read from it."""
        shell = Visit(url=row.url, kind=row.kind, exchange=exchange)
        try:
            rendered = await self._rendering.render(self._crawler, shell)
        except NotRendered as failure:
            visit = self._pageless(row, None, Outcome("failed", str(failure)))
            return replace(visit, links=failure.refused)
        visit = await self._visit(row, rendered.exchange)
        return replace(visit, links=(*visit.links, *rendered.refused))

    async def _text(self, row: FrontierRow, exchange: Exchange) -> Visit:
        record = Record(exchange=exchange, kind=row.kind, requested_url=row.url)
        reading = await reader.read(record, self._site.rules)
        extraction = reading.extraction
        if extraction is None:
            return self._pageless(row, exchange, Outcome("failed", reading.failure, lasting=True))
        if (
            row.kind != "attachment"
            and self._may_render(exchange)
            and is_unfilled_text(source_of(self._site, exchange), extraction)
        ):
            return await self._rendered(row, exchange)
        return Visit(
            url=row.url,
            kind=row.kind,
            exchange=exchange,
            reason=why_no_text(row.kind, row.url, exchange.url, extraction),
            extraction=extraction,
            selection=row.selection,
            composed=reading.composed,
            links=tuple(further(self._site, row, extraction)),
            next_visit_at=self._revisits.after_text(row, exchange, extraction),
        )

    def _pageless(self, row: FrontierRow, exchange: Exchange | None, outcome: Outcome) -> Visit:
        return Visit(
            url=row.url,
            kind=row.kind,
            exchange=exchange,
            state=outcome.state,
            reason=outcome.reason,
            next_visit_at=self._revisits.after_none(row, exchange, outcome),
            selection=row.selection,
        )

    @cached_property
    def _lists(self) -> ListWalk:
        archiving = Archiving.of(self._crawler)
        return ListWalk(self._site, archiving.frontier, self._view_states, archiving.recorder.warn)

    @cached_property
    def _revisits(self) -> Revisits:
        return Revisits(Archiving.of(self._crawler).frontier, self._site.start)
