"""The hours in which a site may be crawled: 22:00-06:00."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import Self

from archive.printed_date import BEIJING

_WRITTEN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class Hours:
    """From `begin` until before `end`, Beijing time, over midnight where `end` is the earlier one."""

    begin: time
    end: time

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read `22:00-06:00`; ValueError for anything else."""
        found = _WRITTEN.fullmatch(written.strip())
        if found is None:
            raise ValueError(f"{written!r} is not written like 22:00-06:00")
        hour, minute, end_hour, end_minute = map(int, found.groups())
        return cls(time(hour, minute), time(end_hour, end_minute))

    def contain(self, moment: datetime) -> bool:
        """Tell whether a moment (with its zone) lies in them."""
        now = moment.astimezone(BEIJING).time()
        if self.begin <= self.end:
            return self.begin <= now < self.end
        return now >= self.begin or now < self.end
