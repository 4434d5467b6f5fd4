"""What a walk over a site's lists comes to when it ends: how it ended, and its alarms, noted in the run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from archive.store.copies.republished import republished
from archive.store.frontier import Frontier
from archive.store.recorder import Recorder
from archive.store.reports.forbidden_texts import forbidden_texts, unanswered_since
from archive.store.reports.last_texts import last_texts
from archive.store.runs import StartLists
from crawler.archiving.alarms import (
    crawl_alarms,
    forbidden_alarms,
    pause_alarms,
    reading_alarms,
    republished_alarms,
    selection_alarms,
    unread_alarms,
)
from crawler.archiving.findings import Findings
from crawler.visits.revisits import in_a_month


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """Of one walk, from what its crawl has found and what the archive knows."""

    db: Database
    site: str
    recorder: Recorder
    frontier: Frontier
    findings: Findings

    def conclude(self, outcome: str) -> str:
        """Note what the walk shows, and return how it ended: a walk that read no list has failed."""
        if outcome == "paused":
            waiting = sum(n for (_, state), n in self.frontier.counts().items() if state == "pending")
            self.recorder.pause(lambda pauses: pause_alarms(pauses, waiting))
        if outcome != "finished":
            return outcome
        self.recorder.conclude(self.findings.lists, self._alarms)
        return "failed" if self.findings.read_no_list else outcome

    def _alarms(self, earlier: Sequence[StartLists]) -> Iterator[str]:
        yield from crawl_alarms(self.findings, earlier)
        yield from forbidden_alarms(self._forbidden_texts())
        yield from reading_alarms(last_texts(self.db, self.site))
        yield from unread_alarms(self.findings.lists, self.frontier.failed(self.findings.lists))
        yield from selection_alarms(*self.recorder.judged())
        yield from republished_alarms(republished(self.db, self.site))

    def _forbidden_texts(self) -> int:
        """Those that robots.txt has forbidden since it allowed one."""
        since = unanswered_since(self.db, self.site)
        if since is None:
            return 0
        return forbidden_texts(self.db, self.site, in_a_month(datetime.fromisoformat(since)))
