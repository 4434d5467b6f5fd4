"""What an archive holds, and how its last runs went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.model import SHOWN_IN_PART
from archive.store.archive import Archive
from archive.store.failures import told
from archive.store.reports.alarm_history import without_numbers
from archive.store.rows import select
from archive.store.visit import IRRELEVANT

_SITES = f"""
SELECT sites.name, sites.title, sites.kind,
  held.articles, held.shown_in_part, held.gone,
  (SELECT count(*) FROM frontier WHERE site = name AND state = 'pending') AS pending,
  (SELECT count(*) FROM frontier WHERE site = name AND state = 'failed') AS failed,
  (SELECT count(*) FROM frontier WHERE site = name AND state = 'skipped' AND reason LIKE '{IRRELEVANT}%')
    AS irrelevant,
  last.started_at AS last_run_at, last.outcome AS last_outcome,
  since.warnings AS last_warnings, since.alarms AS last_alarms
FROM sites
JOIN (SELECT sites.id, count(articles.id) AS articles,
    coalesce(sum(completeness IN {SHOWN_IN_PART}), 0) AS shown_in_part,
    count(gone_at) AS gone
  FROM sites LEFT JOIN articles ON articles.site = name GROUP BY sites.id) AS held USING (id)
LEFT JOIN runs AS last ON last.id = (
  SELECT max(id) FROM runs WHERE runs.site = name AND runs.kind <> 'merge'
)
LEFT JOIN (SELECT site, group_concat(warnings, char(10)) AS warnings, group_concat(alarms, char(10)) AS alarms
  FROM runs JOIN (
    SELECT site, coalesce(max(iif(kind = 'crawl' AND outcome = 'finished', id, NULL)),
      min(iif(kind = 'crawl', id, NULL)), max(id)) AS first
    FROM runs WHERE kind <> 'merge' GROUP BY site) AS walks USING (site)
  WHERE kind <> 'merge' AND runs.id >= first
  GROUP BY site) AS since ON since.site = name
ORDER BY name
"""

_FAILING = """
SELECT reason, count(*) AS count, min(next_visit_at) AS next_visit_at FROM frontier
WHERE site = ? AND state = 'failed' GROUP BY reason ORDER BY count(*) DESC, reason
"""

_LINES = ("last_warnings", "last_alarms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """Addresses that failed for the same reason."""

    reason: str | None
    count: int
    next_visit_at: str | None
    """UTC; when the first of them is due again. None: only `crawl --retry-failed` asks for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteStatus:
    """One site, or collection of files."""

    name: str
    title: str
    kind: str
    articles: int
    shown_in_part: int
    """Articles of which the site shows a part only."""
    gone: int
    """Articles that the site has taken away."""
    pending: int
    """Addresses still to be visited."""
    failed: int
    """Addresses that gave nothing usable."""
    failing: tuple[Failing, ...]
    """Why they did, and when they are asked for again; the commonest reason first."""
    irrelevant: int
    """Pages that were not kept, as no campaign material."""
    last_run_at: str | None
    """UTC; None: described, but never run."""
    last_outcome: str | None
    """None: that run goes on, or was cut off."""
    last_warnings: tuple[str, ...]
    """Of the last walk that came to its end, else of the first, and the runs since.

    Of the last run where there was no walk.
    """
    last_alarms: tuple[str, ...]
    """Of the same: a run that walks no list, or not to the end, says nothing of the site as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """An archive as a whole."""

    directory: str
    sites: tuple[SiteStatus, ...]
    articles: int
    captures: int
    database_bytes: int
    warc_bytes: int


def status(archive: Archive) -> Status:
    """Return what is in the archive now; a crawl may go on meanwhile."""
    with told(archive.directory):
        return Status(
            directory=str(archive.directory),
            sites=tuple(_sites(archive)),
            articles=archive.db.table("articles").count,
            captures=archive.db.table("captures").count,
            database_bytes=archive.database_path.stat().st_size,
            warc_bytes=sum(path.stat().st_size for path in archive.warc_directory.glob("*")),
        )


def _sites(archive: Archive) -> Iterator[SiteStatus]:
    for row in select(archive.db, _SITES):
        failing = tuple(Failing(**each) for each in select(archive.db, _FAILING, [row["name"]]))
        yield SiteStatus(**{**row, **{name: _lines(row[name]) for name in _LINES}}, failing=failing)


def _lines(told: str | None) -> tuple[str, ...]:
    """Each once, with the latest numbers, since several runs may have met the same."""
    notes = filter(None, (told or "").splitlines())
    return tuple({without_numbers(note): note for note in notes}.values())
