"""A date that stands in a text, in Beijing time and as precise as it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone

from archive.model import FieldName

BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date and where it stands."""

    value: str
    """Beijing time, ISO 8601 without a zone, cut to `precision`: 2006, 2006-07, 2006-07-08T19:12."""
    precision: str
    """year, month, day, minute or second."""
    start: int
    """Code point where the date begins in the text that was read."""
    end: int
    """Code point behind it."""


def dated_fields(date: PrintedDate | None) -> dict[FieldName, str | int]:
    """Return a date of publication as fields; none without one."""
    return {"published_at": date.value, "published_precision": date.precision} if date else {}


def dated(match: re.Match[str], numbers: tuple[int, ...], zone: str | None = None) -> PrintedDate | None:
    """Return the date of (year, month, day[, hour, minute[, second]]); None where no calendar has it.

    Programs that keep days as moments print 0:00:00 behind each: that is the day.
    """
    try:
        moment = datetime(*numbers)  # type: ignore[arg-type]  # the pattern yields 3, 5 or 6 numbers
    except ValueError:
        return None
    if zone:
        offset = datetime.strptime("+0000" if zone == "z" else zone.replace(":", ""), "%z").tzinfo
        moment = moment.replace(tzinfo=offset).astimezone(BEIJING).replace(tzinfo=None)
    is_day = len(numbers) == 6 and moment.time() == time()
    precision, length = {3: ("day", 10), 5: ("minute", 16), 6: ("second", 19)}[3 if is_day else len(numbers)]
    return PrintedDate(moment.isoformat(timespec="seconds")[:length], precision, match.start(), match.end())
