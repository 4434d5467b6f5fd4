"""What one call of the crawler is to do, and when it must end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from archive.store.visit import RunKind

Task: TypeAlias = Literal["walk", "retry", "pages"]

SETTING = "CRAWL_PLAN"
"""The setting under which Scrapy's parts find it."""

PAUSED = "paused: "
"""So begins the reason with which Scrapy closes a crawl that pauses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """By default a walk over the lists of the sites, until nothing is left to do."""

    task: Task = "walk"
    """`retry`: ask again for what failed, and nothing else. `pages`: only the addresses in `pages`."""
    pages: tuple[str, ...] = ()
    minutes: float | None = None
    """The crawl pauses after so long; the next one goes on there."""

    @property
    def run_kind(self) -> RunKind:
        """As the table `runs` calls it."""
        return "crawl" if self.task == "walk" else self.task


WALK = Plan()
