"""When a record of others was captured, as they write it: WARC-Date, in whatever precision."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

_WRITTEN: Final = re.compile(
    r"(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?)?)?"
    r"\s*(?:Z|([+-])(\d\d):?(\d\d))?",
    re.IGNORECASE,
)
"""W3C-DTF, of which WARC 1.1 allows any part from the year on; the fourteen digits of ARC; other zones."""

_LEAST: Final = (1, 1, 1, 0, 0, 0)
_TOLERATED: Final = timedelta(days=1)


def capture_time(stated: str | None) -> str:
    """Return the time in UTC, to the second: of a day or year alone its beginning.

    ValueError for what is no time, or one that is yet to come: every later capture would seem older.
    """
    found = _WRITTEN.fullmatch((stated or "").strip())
    if found is None:
        raise ValueError(f"states no time, but {stated!r}" if stated else "states no time")
    *parts, sign, hours, minutes = found.groups()
    try:
        numbers = (int(part) if part else least for part, least in zip(parts, _LEAST, strict=True))
        offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        zone = timezone(-offset if sign == "-" else offset)
        moment = datetime(*numbers, tzinfo=zone).astimezone(UTC)  # type: ignore[misc, arg-type]
    except (ValueError, OverflowError) as error:
        raise ValueError(f"states a time that is none, {stated!r}") from error
    if moment > datetime.now(UTC) + _TOLERATED:
        raise ValueError(f"states a time that is yet to come, {stated!r}")
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
