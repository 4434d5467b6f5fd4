"""What a visit is to the archive: the changes that its text makes, or the reason why it makes none."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from archive.errors import LockedError, MachineError
from archive.store.articles.changes import Change, Elsewhere, Irrelevant, Removed
from archive.store.derivation import Derivation
from archive.store.exchange import Exchange
from archive.store.failures import text_failure, told
from archive.store.sighting import Sighting, is_readable
from archive.store.visit import Visit


def changes_of(
    visit: Visit, derivation: Derivation, directory: Path, *, is_first_hand: bool = True
) -> tuple[Visit, tuple[Change, ...]]:
    """Return the visit as it is to be noted, and the changes that it makes; `directory` is the archive's.

    `is_first_hand` as in `Sighting`.

    A visit whose text can't be made fails, one whose text is not to be kept here is skipped: none of them
    changes anything. Raises `MachineError` and `LockedError`, which are no fault of the text.
    """
    if visit.exchange is None:
        return visit, ()
    try:
        with told(directory):
            changes = derivation.changes(_sighting(visit, visit.exchange, is_first_hand=is_first_hand))
    except (MachineError, LockedError, sqlite3.Error):
        raise
    except Exception as error:  # noqa: BLE001 — a bug in a rule must not cost the page that shows it
        return failed(visit, error), ()
    for change in changes:
        if skipped := _skipped(visit, change):
            return skipped, ()
    return visit, changes


def failed(visit: Visit, error: Exception) -> Visit:
    """Return the visit as one whose capture is kept without a text, and why."""
    return replace(visit, state="failed", reason=text_failure(error), extraction=None)


def _sighting(visit: Visit, exchange: Exchange, *, is_first_hand: bool) -> Sighting:
    return Sighting(
        kind=visit.kind,
        requested_url=visit.url,
        url=exchange.url,
        captured_at=exchange.captured_at,
        status=exchange.status,
        payload_digest=exchange.payload_digest,
        extraction=visit.extraction if is_readable(visit.kind, exchange.status) else None,
        composed=visit.composed,
        selection=visit.selection,
        is_first_hand=is_first_hand,
    )


def _skipped(visit: Visit, change: Change) -> Visit | None:
    match change:
        case Elsewhere():
            reason = f"its text is kept under the site {change.site} already"
            return replace(visit, state="skipped", reason=reason)
        case Removed():
            return replace(visit, state="skipped", reason=change.why, next_visit_at=None)
        case Irrelevant():
            # Its further pages and files are not fetched either.
            return replace(visit, state="skipped", reason=change.reason, title=change.title, links=())
    return None
