"""Files of a researcher's disk into the archive, evidence and all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from archive.errors import InputError
from archive.ingest.belongings import Belongings
from archive.ingest.contents import found_in, no_article, read_capture
from archive.ingest.files import readable
from archive.ingest.report import Failure, ImportReport
from archive.ingest.walk import files_below
from archive.ingest.warc import FoundInWarc, PassedOver, Reference
from archive.ingest.warc.references import read_through
from archive.model import Extraction
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.progress import Progress, unseen
from archive.store.recorder import Recorder
from archive.store.rows import value
from archive.store.spellings import article_spelling, known_spellings
from archive.store.visit import IRRELEVANT, FrontierLink, Selection, SiteRow, Visit, VisitKind

UNNAMED = "imported"
"""The collection of files that were given no other."""

_AT_A_TIME = 500
"""Addresses that are noted in one transaction."""


def import_paths(
    archive: Archive,
    paths: Sequence[Path],
    *,
    site: str = UNNAMED,
    selection: Selection = "campaign_material",
    progress: Progress = unseen,
) -> ImportReport:
    """Keep files, folders of files and the pages of WARC files as articles of the collection `site`.

    The same bytes again, under any name, are unchanged and nothing is written. What can't be read is named
    in the report and the rest goes on. Files are kept whatever they are about; of the pages of other people's
    WARC and WACZ files, those in `selection`. `progress` is called with the files done and their number.
    Raises LockedError when the collection is being written to, MachineError when the archive can't be.
    """
    files = list(files_below(paths))
    with Belongings() as belongings:
        collection = Collection(archive, site, selection, belongings)
        outcome = "failed"
        try:
            for done, path in enumerate(files, start=1):
                collection.add(path)
                progress(done, len(files))
            outcome = "finished"
        except KeyboardInterrupt:
            outcome = "interrupted"
            raise
        finally:
            collection.recorder.finish(outcome)
    return collection.report()


class Collection:
    """One run of an import."""

    def __init__(self, archive: Archive, site: str, selection: Selection, belongings: Belongings) -> None:
        self.recorder = Recorder.begin(archive, _collection(site), "import")
        self._archive = archive
        self._site = site
        self._selection = selection
        self._counts: Counter[str] = Counter()
        self._failed: list[Failure] = []
        self._skipped: Counter[str] = Counter()
        self._left_out: list[FrontierLink] = []
        self._belongings = belongings
        self._path = Path()
        """The file that is being added."""
        self._passed_over: Counter[str] = Counter()
        """What was left out of it, by reason."""

    def add(self, path: Path) -> None:
        """Save what stands at `path`; what can't be taken becomes a failure in the report."""
        self._path, self._passed_over = path, Counter()
        try:
            for found in found_in(path):
                self._add_found(found)
        except InputError as error:
            self._fail(error)
        if self._passed_over:
            self._skipped += self._passed_over
            kinds = ", ".join(f"{count} × {kind}" for kind, count in sorted(self._passed_over.items()))
            self.recorder.warn(f"{readable(path.name)}: left out: {kinds}")
        self._flush()

    def _add_found(self, found: FoundInWarc) -> None:
        if isinstance(found, Reference):
            found = read_through(self._archive, found) or found
        if isinstance(found, PassedOver):
            self._leave_out(found.url, found.reason)
        elif isinstance(found, InputError):
            self._fail(found)
        else:
            self._add_exchange(found)

    def _leave_out(self, url: str, reason: str) -> None:
        self._passed_over[reason] += 1
        self._left_out.append(FrontierLink(url=url, kind="article", refused=reason))
        if len(self._left_out) >= _AT_A_TIME:
            self._flush()

    def _flush(self) -> None:
        if self._left_out:
            self.recorder.leave_out(self._left_out)
            self._left_out.clear()

    def report(self) -> ImportReport:
        """Return what was counted so far."""
        return ImportReport(
            new=self._counts["new"],
            unchanged=self._counts["unchanged"],
            changed=self._counts["changed"],
            failed=tuple(self._failed),
            skipped=dict(sorted(self._skipped.items())),
        )

    def _add_exchange(self, exchange: Exchange) -> None:
        if (home := self._other_home(exchange.url)) is not None:
            self._leave_to(home, exchange)
            return
        try:
            extraction = read_capture(exchange.capture(), self._path)
        except InputError as error:
            self._fail(error)
            return
        kind = self._belongings.kind_of(exchange.url)
        if kind == "attachment" or (kind == "part" and extraction.kind == "article"):
            self._save_belonging(kind, exchange, extraction)
        elif extraction.kind == "article":
            self._save(exchange, extraction)
        elif exchange.record_type == "resource":
            self._fail(no_article(self._subject(exchange), extraction))
        else:
            reason = f"a page without an article: {extraction.kind.replace('_', ' ')}"
            self._leave_out(exchange.url, reason)

    def _save(self, exchange: Exchange, extraction: Extraction) -> None:
        visit = self._visit(exchange, extraction)
        saved = self.recorder.save(visit)
        if saved == "recorded" and self._reason_of(visit.url).startswith(IRRELEVANT):
            self._passed_over[IRRELEVANT] += 1
            return
        self._belongings.of_article(extraction)
        if saved == "recorded":
            why = self._reason_of(visit.url)
            self._fail(InputError(f"{self._subject(exchange)} was kept, but {why}"))
        self._counts[saved] += 1

    def _visit(self, exchange: Exchange, extraction: Extraction) -> Visit:
        """Somebody chose a file one by one; a WARC file holds whatever a crawler met."""
        return Visit(
            url=self._known_as(exchange.url),
            kind="article",
            exchange=exchange,
            extraction=extraction,
            selection=self._selection if exchange.file_name is None else "all",
        )

    def _known_as(self, url: str) -> str:
        """The spelling of an address that its text has already, or is to have when it is visited."""
        db, site = self._archive.db, self._site
        return article_spelling(db, site, url) or known_spellings(db, site, [url]).get(url, url)

    def _save_belonging(self, kind: VisitKind, exchange: Exchange, extraction: Extraction) -> None:
        self.recorder.save(Visit(url=exchange.url, kind=kind, exchange=exchange, extraction=extraction))
        if kind == "part":
            self._belongings.of_part(extraction)

    def _other_home(self, url: str) -> str | None:
        """The other site or collection that the address belongs to; it can belong to one only."""
        query = "SELECT site FROM articles WHERE url = ? AND site <> ?"
        home: str | None = value(self._archive.db, query, [url, self._site])
        return home

    def _leave_to(self, home: str, exchange: Exchange) -> None:
        """A file is its bytes, so it is there already; a page may have been another one at another time."""
        if exchange.record_type == "resource":
            self._counts["unchanged"] += 1
        else:
            self._fail(InputError(f"{exchange.url} belongs to {home}", remedy=f"Use --site {home}"))

    def _reason_of(self, url: str) -> str:
        query = "SELECT reason FROM frontier WHERE site = ? AND url = ?"
        reason = value(self._archive.db, query, [self._site, url])
        return reason or "made no article"

    def _fail(self, error: InputError) -> None:
        reason = str(error).removeprefix(readable(str(self._path))).lstrip()
        self._failed.append(Failure(path=self._path, reason=reason))

    def _subject(self, exchange: Exchange) -> str:
        return readable(str(self._path)) if exchange.record_type == "resource" else exchange.url


def _collection(name: str) -> SiteRow:
    return SiteRow(name=name, title="导入的文件" if name == UNNAMED else name)
