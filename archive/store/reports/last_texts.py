"""How the last texts of a site were read: those of the walk that ends, on a quiet day earlier ones too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from sqlite_utils import Database

from archive.model import PageKind
from archive.store.rows import select
from archive.store.runs import RUNS_OF_WALK
from archive.store.visit import no_article

ReadingFault: TypeAlias = Literal["empty", "shell", "template_unknown", "replaced"]
"""No body, a page that scripts fill, one that fits no template, bytes that its charset can't read."""

FEWEST_READ: Final = 10
"""Texts; where a walk read fewer, those read before it count as well."""

_NEWEST: Final = f"""
WITH walk AS ({RUNS_OF_WALK})
SELECT captures.id, requested_url, run_id IN walk AS of_walk
FROM runs CROSS JOIN captures ON run_id = runs.id
WHERE +site = ?1 AND captures.kind = 'article' AND (status = 200 OR record_type = 'conversion')
ORDER BY runs.id DESC, captures.id DESC
"""
"""From the ends of both tables, so that nothing is read which nobody asks for: a site may have a million."""

_TEXT: Final = """
SELECT coalesce(reason, '') AS reason, flags, coalesce(body_chars = 0, 0) AS is_empty,
  instr(raw_text, char(65533)) > 0 AS is_replaced
FROM captures JOIN frontier ON frontier.url = requested_url AND frontier.site = ? AND state <> 'failed'
LEFT JOIN articles ON articles.id = (
  SELECT max(own.id) FROM captures AS page
  CROSS JOIN article_captures ON capture_id = page.id AND position = 0
  CROSS JOIN articles AS own ON own.id = article_id AND own.part_of_id IS NULL AND own.site = frontier.site
  WHERE page.requested_url = captures.requested_url)
LEFT JOIN article_text ON article_text.article_id = articles.id
WHERE captures.id = ?
"""
"""By what was asked for, since the address that answered may be another spelling of the article's."""


@dataclass(frozen=True, slots=True)
class Read:
    """Texts of which it is known whether they have a fault."""

    total: int = 0
    faulty: int = 0

    def with_one(self, *, is_faulty: bool) -> Read:
        """Return the same with one text more."""
        return Read(self.total + 1, self.faulty + is_faulty)


def last_texts(db: Database, site: str) -> Mapping[ReadingFault, Read]:
    """Count the texts with each fault, of all that the walk read, and of at least `FEWEST_READ`."""
    found = dict.fromkeys(_HAS, Read())
    for capture_id, of_walk in _newest(db, site):
        counting = [fault for fault, read in found.items() if of_walk or read.total < FEWEST_READ]
        if not counting:
            break
        for row in select(db, _TEXT, [site, capture_id]):
            told = {fault: _HAS[fault](row) for fault in counting}
            found |= {
                fault: found[fault].with_one(is_faulty=has) for fault, has in told.items() if has is not None
            }
    return found


def _newest(db: Database, site: str) -> Iterator[tuple[int, bool]]:
    """Yield the newest capture of each text, and whether the walk made it.

    Each text counts once, and as it stands now: one that a rebuild or a later visit read well has no fault
    any more.
    """
    met = set[str]()
    for capture_id, url, of_walk in db.execute(_NEWEST, [site]):
        if url not in met:
            met.add(url)
            yield capture_id, of_walk


def _looks(row: dict[str, Any], *kinds: PageKind) -> bool:
    return row["reason"] in map(no_article, kinds)


def _of_text(row: dict[str, Any], has: bool | None) -> bool | None:
    """What only a text tells that is kept: not a page that is no article now, or no campaign material."""
    is_kept = row["flags"] is not None and not row["reason"]
    return bool(has) if is_kept else None


_HAS: Final[dict[ReadingFault, Callable[[dict[str, Any]], bool | None]]] = {
    "empty": lambda row: _looks(row, "empty", "unreadable") or bool(row["is_empty"]),
    "shell": lambda row: _looks(row, "shell"),
    "template_unknown": lambda row: _of_text(row, "template_unknown" in (row["flags"] or "").split()),
    "replaced": lambda row: _of_text(row, row["is_replaced"]),
}
