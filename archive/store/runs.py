"""The table `runs`: what each crawl and import did, kept true while it goes on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlite_utils import Database

from archive.store.clock import now
from archive.store.rows import insert, select, value
from archive.store.visit import FORBIDDEN, IRRELEVANT, Judged, RunKind, RunReport, Saved, Visit

_INTERRUPT = """
UPDATE runs SET outcome = 'interrupted', finished_at =
  coalesce((SELECT max(captured_at) FROM captures WHERE run_id = runs.id), started_at)
WHERE site = ? AND finished_at IS NULL
"""

COUNTED = (
    "listed",
    "fetched",
    "new",
    "changed",
    "unchanged",
    "failed",
    "skipped",
    "forbidden",
    "irrelevant",
    "links",
)

StartLists: TypeAlias = Mapping[str, int | None]
"""Start list to the articles that it linked to; None where it was not read."""

_RUNS_REMEMBERED = 60
"""Crawls in which to look for the last ones that read a list; it may have been out of order for a month."""

_LISTS_BEFORE = """
SELECT start_lists FROM runs
WHERE site = ? AND kind = 'crawl' AND outcome = 'finished' AND start_lists IS NOT NULL
ORDER BY id DESC LIMIT ?
"""

RUNS_OF_WALK = """
SELECT id FROM runs WHERE site = ?1 AND id > (
  SELECT coalesce(max(id), 0) FROM runs WHERE site = ?1 AND kind = 'crawl' AND outcome = 'finished')
"""
"""SQL of the walk under way: a walk that was paused has several runs. Its first parameter is the site."""

_PAUSED = f"SELECT count(*) FROM runs WHERE kind = 'crawl' AND outcome = 'paused' AND id IN ({RUNS_OF_WALK})"

_JUDGED_BEFORE = """
SELECT coalesce(sum(new), 0), coalesce(sum(irrelevant), 0) FROM (
  SELECT new, irrelevant FROM runs
  WHERE site = ? AND kind = 'crawl' AND outcome = 'finished' AND new + irrelevant > 0
  ORDER BY id DESC LIMIT 5)
"""


def is_first_hand(kind: str) -> bool:
    """Whether a run of this kind asks the site itself; an import takes what others have captured."""
    return kind != "import"


def kind_of(db: Database, run_id: int) -> str:
    """Return the kind of a run."""
    return str(value(db, "SELECT kind FROM runs WHERE id = ?", [run_id]))


def interrupt_dead_runs(db: Database, site: str) -> int:
    """Close the runs of a site that never ended, and tell how many; to be called under the site's lock."""
    return int(db.execute(_INTERRUPT, [site]).rowcount)


def begin_run(db: Database, site: str, kind: RunKind, started_at: str) -> int:
    """Write a new run, and return its id."""
    row = {"site": site, "kind": kind, "started_at": started_at, "warnings": "", "alarms": ""}
    return insert(db, "runs", {**row, **dict.fromkeys(COUNTED, 0)})


def count_visit(db: Database, run_id: int, visit: Visit, saved: Saved) -> None:
    """Count one visit in its run."""
    counted = {
        "listed": visit.kind == "listing" and visit.exchange is not None,
        "fetched": visit.exchange is not None,
        "failed": visit.state == "failed",
        "skipped": visit.state == "skipped",
        "forbidden": visit.state == "skipped" and (visit.reason or "").startswith(FORBIDDEN),
        "irrelevant": visit.state == "skipped" and (visit.reason or "").startswith(IRRELEVANT),
        saved: saved != "recorded",
    }
    names = [name for name, counts in counted.items() if counts]
    if names:
        sets = ", ".join(f"{name} = {name} + 1" for name in names)
        db.execute(f"UPDATE runs SET {sets} WHERE id = ?", [run_id])


def count_left_out(db: Database, run_id: int, count: int) -> None:
    """Count addresses that were left out together."""
    db.execute("UPDATE runs SET skipped = skipped + ? WHERE id = ?", [count, run_id])


def add_warning(db: Database, run_id: int, message: str) -> None:
    """Note once, on one line, what a run found strange."""
    warnings = db.table("runs").get(run_id)["warnings"].splitlines()
    line = " ".join(message.split())
    if line not in warnings:
        db.table("runs").update(run_id, {"warnings": "\n".join([*warnings, line])})


def warn_of_clock(db: Database, run_id: int, started_at: str) -> None:
    """Note that an earlier run began later than this one: when captures were made is evidence, too."""
    if later := value(db, "SELECT max(started_at) FROM runs WHERE started_at > ?", [started_at]):
        add_warning(
            db, run_id, f"a run before began at {later}: this machine's clock is slow, or was fast then"
        )


def lists_before(db: Database, site: str) -> list[StartLists]:
    """Return what each start list linked to in the last crawls that ended well, newest first."""
    return [json.loads(row["start_lists"]) for row in select(db, _LISTS_BEFORE, [site, _RUNS_REMEMBERED])]


def paused(db: Database, site: str) -> int:
    """Return how many runs of a site were paused since a walk came to its end."""
    return int(value(db, _PAUSED, [site]))


def judged(db: Database, run_id: int) -> Judged:
    """Return how many new articles a run kept, and how many it skipped as no campaign material."""
    row = db.table("runs").get(run_id)
    return Judged(row["new"], row["irrelevant"])


def judged_before(db: Database, site: str) -> Judged:
    """Return the same of the last five crawls together that ended well and met any."""
    return Judged(*db.execute(_JUDGED_BEFORE, [site]).fetchone())


def conclude(db: Database, run_id: int, lists: StartLists, alarms: Sequence[str]) -> None:
    """Write what the crawl as a whole showed."""
    links = sum(count or 0 for count in lists.values())
    kept = json.dumps(lists, ensure_ascii=False)
    db.table("runs").update(run_id, {"links": links, "start_lists": kept})
    give_alarms(db, run_id, alarms)


def give_alarms(db: Database, run_id: int, alarms: Iterable[str]) -> None:
    """Write what somebody must look at, in place of what was written of it before."""
    lines = "\n".join(" ".join(alarm.split()) for alarm in alarms)
    db.table("runs").update(run_id, {"alarms": lines})


def finish_run(db: Database, run_id: int, outcome: str) -> None:
    """Write that a run ended now, and how."""
    db.table("runs").update(run_id, {"outcome": outcome, "finished_at": now()})


def note_whole(db: Database, kind: RunKind, started_at: str, failures: Sequence[str]) -> int:
    """Write a run on all sites at once, a rebuild or merge that is complete, and return its id."""
    run_id = begin_run(db, "", kind, started_at)
    finish_run(db, run_id, "finished")
    db.table("runs").update(run_id, {"failed": len(failures), "warnings": "\n".join(failures)})
    return run_id


def report(db: Database, run_id: int) -> RunReport:
    """Return what a run did."""
    row: dict[str, Any] = db.table("runs").get(run_id)
    row["warnings"], row["alarms"] = (tuple(row[name].splitlines()) for name in ("warnings", "alarms"))
    return RunReport(**{name: row[name] for name in RunReport.__dataclass_fields__})
