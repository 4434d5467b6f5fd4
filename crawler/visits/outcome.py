"""What became of an address that gave no page: the state and reason that the frontier keeps."""

from __future__ import annotations

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)

from archive.store.answers import Outcome, of_known_target
from archive.store.visit import FORBIDDEN, VisitState


class Refused(IgnoreRequest):
    """We decided not to follow an address; the message is the reason."""

    state: VisitState = "failed"
    lasting = True


class Unreachable(Refused):
    """Nobody knows for now whether the address may be asked for, or where it is."""

    lasting = False


class Forbidden(Refused):
    """robots.txt forbids the address."""

    state = "skipped"

    def __init__(self) -> None:
        super().__init__(f"{FORBIDDEN} forbids it")


class OfAnotherSite(Refused):
    """The address is another site's, or leads to one."""

    state = "skipped"


class TakenBack(IgnoreRequest):
    """The crawl ends before the address had its turn: it was not asked for, and stays as it is."""


class HeadTooLargeError(Exception):
    """An answer began with more headers than any honest one has."""


class KnownElsewhere(Refused):
    """The address leads to one that is visited by itself."""

    state = "done"

    def __init__(self, url: str) -> None:
        super().__init__(of_known_target(url).reason)


_SENTENCES: dict[type[Exception], str] = {
    CannotResolveHostError: "the host name is unknown",
    DownloadCancelledError: "larger than a page or file may be",
    DownloadConnectionRefusedError: "the host refused the connection",
    DownloadTimeoutError: "no full answer in time",
    DownloadFailedError: "the answer broke off, or was no HTTP",
    ResponseDataLossError: "the answer broke off",
}

_LASTING = (DownloadCancelledError, UnsupportedURLSchemeError)

UNANSWERED: tuple[type[Exception], ...] = (
    *_SENTENCES,
    IgnoreRequest,
    UnsupportedURLSchemeError,
)
"""What Scrapy raises when it gets no answer, or gives up on one."""


def of_failure(error: BaseException) -> Outcome:
    """Tell what an exception on the way to a page means."""
    if isinstance(error, Refused):
        return Outcome(error.state, str(error), lasting=error.lasting)
    if any(reason.check(HeadTooLargeError) for reason in getattr(error.__cause__, "reasons", ())):
        return Outcome("failed", "its headers have no end", lasting=True)
    sentence = next((words for kind, words in _SENTENCES.items() if isinstance(error, kind)), None)
    told = sentence or f"{type(error).__name__}: {error}"
    return Outcome("failed", told, lasting=isinstance(error, _LASTING))
