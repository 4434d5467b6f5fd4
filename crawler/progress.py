"""How far a crawl is, told while it runs."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.live import Live
from rich.table import Table
from scrapy import Spider

from archive.store.visit import Saved, Visit

COUNTED = ("listed", "fetched", "new", "changed", "unchanged", "failed")
"""The counts that are told of a run, while it goes on and at its end."""

LINE_EVERY = 100
"""Visits of one site between two lines of `Lines`."""
CLEANED_EVERY = 1000
"""Texts between two lines of `Lines` when a run ends."""


class Progress:
    """Counts visits and shows nothing, for programs that read our output; the base of those that do.

    A context manager around the crawl.
    """

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.ending: dict[str, tuple[int, int]] = {}
        """Site to the texts of how many that its repeated lines were looked for in."""

    def saved(self, spider: Spider, visit: Visit, saved: Saved) -> None:
        """Count one visit, and show it."""
        counts = self.counts.setdefault(spider.name, Counter())
        counts["listed"] += visit.kind == "listing"
        counts["fetched"] += visit.exchange is not None
        counts[saved] += saved != "recorded"
        counts["failed"] += visit.state == "failed"
        self.show(spider.name)

    def cleaned(self, spider: Spider, done: int, total: int) -> None:
        """Note how far the last step of a run is: its site's repeated lines are taken from its texts."""
        self.ending[spider.name] = (done, total)

    def show(self, site: str) -> None:
        """Show the counts of a site that have just changed."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the display away."""


class Lines(Progress):
    """One plain line per site and a hundred visits: for log files."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream
        self._visits: Counter[str] = Counter()

    def show(self, site: str) -> None:
        """Print a line now and then."""
        self._visits[site] += 1
        if self._visits[site] % LINE_EVERY == 0:
            print(f"{site}: {told(self.counts[site])}", file=self._stream, flush=True)

    def cleaned(self, spider: Spider, done: int, total: int) -> None:
        """Print a line now and then."""
        if done % CLEANED_EVERY == 0:
            print(f"{spider.name}: {_cleaning(done, total)}", file=self._stream, flush=True)


class LiveTable(Progress):
    """A table on the terminal, one row per site."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._live = Live(console=console, transient=True, refresh_per_second=4, get_renderable=self._table)

    def show(self, site: str) -> None:
        """Leave it to the next refresh."""

    def _table(self) -> Table:
        steps = [f"{site}: {_cleaning(*ending)}" for site, ending in self.ending.items()]
        table = Table("site", *COUNTED, box=None, caption="\n".join(steps) or None)
        for site, counts in self.counts.items():
            table.add_row(site, *(str(counts[column]) for column in COUNTED))
        return table

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.stop()


def terminal_progress() -> Progress:
    """Return what suits standard error: a live table on a terminal, plain lines elsewhere."""
    console = Console(stderr=True)
    return LiveTable(console) if console.is_terminal else Lines(sys.stderr)


def told(counts: Mapping[str, int]) -> str:
    """Return the counts that are not zero in words: `2 listed, 9 fetched`."""
    return ", ".join(f"{counts[name]} {name}" for name in counts if counts[name])


def _cleaning(done: int, total: int) -> str:
    return f"repeated lines looked for in {done} of {total} texts"
