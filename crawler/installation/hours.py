"""The hours in which a site may be crawled: 22:00-06:00."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import Self

from archive.dates import BEIJING

_WRITTEN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")
_MIDNIGHT = {"24:00": "00:00"}


@dataclass(frozen=True, slots=True)
class Hours:
    """From `begin` until before `end`, Beijing time, over midnight where `end` is the earlier one."""

    begin: time
    end: time

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read `22:00-06:00`; ValueError for anything else. 24:00 is the midnight at the end of a day."""
        found = _WRITTEN.fullmatch(written.strip())
        if found is None:
            raise ValueError(f"{written!r} is not written like 22:00-06:00")
        begin, end = found.groups()
        try:
            hours = cls(time.fromisoformat(begin), time.fromisoformat(_MIDNIGHT.get(end, end)))
        except ValueError as error:
            raise ValueError(f"{written!r} is no time of day ({error})") from error
        if hours.begin == hours.end:
            raise ValueError(f"{written!r} ends when it begins; without its line a site has no hours to keep")
        return hours

    def __str__(self) -> str:
        """As it is written."""
        return f"{self.begin:%H:%M}-{self.end:%H:%M}"

    def contain(self, moment: datetime) -> bool:
        """Tell whether a moment (with its zone) lies in them."""
        now = moment.astimezone(BEIJING).time()
        if self.begin <= self.end:
            return self.begin <= now < self.end
        return now >= self.begin or now < self.end
