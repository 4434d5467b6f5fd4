"""What an answer that is no page means for its address: one rule for a crawl and for a rebuild."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from archive.store.visit import VisitState

REDIRECTS = (301, 302, 303, 307, 308)

_BUSY = (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS)
"""They blame the request, and mean the moment."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """State and reason of a visit without a page."""

    state: VisitState
    reason: str | None
    lasting: bool = False
    """Of a failure: nothing suggests that it is another thing tomorrow, as it is after a busy hour."""


def of_status(status: int | None) -> Outcome | None:
    """Tell what an answer other than a page means; None for a page, and for a file, which has no status.

    404 and 410 are answers, not failures: the site has said what there is to know.
    """
    if status is None or status == HTTPStatus.OK:
        return None
    if status == HTTPStatus.NOT_MODIFIED:
        return Outcome("done", None)
    reason = f"answered {status_line(status)}"
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return Outcome("done", reason)
    return Outcome(
        "failed", reason, lasting=status < HTTPStatus.INTERNAL_SERVER_ERROR and status not in _BUSY
    )


def of_known_target(url: str) -> Outcome:
    """Tell what a redirect to `url` means, which the frontier has too."""
    return Outcome("done", f"redirects to {url}, which has its own visit")


def status_line(status: int) -> str:
    """Return code and usual phrase: `404 Not Found`."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
