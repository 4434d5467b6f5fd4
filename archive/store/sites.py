"""The table `sites`, and how a WARC file's head names its site."""

from __future__ import annotations

from dataclasses import asdict

from sqlite_utils import Database

from archive.store import made_by
from archive.store.copies import refresh_site
from archive.store.rows import value
from archive.store.visit import RunKind, SiteRow

_SPELLING = "article-address-spelling"

_DESCRIBED = """
INSERT INTO sites (name, title, home, kind, notes) VALUES (:name, :title, :home, :kind, :notes)
ON CONFLICT (name) DO UPDATE SET
  title = excluded.title, home = excluded.home, kind = excluded.kind, notes = excluded.notes
"""

_KNOWN = """
INSERT OR IGNORE INTO sites (name, title, home, kind, notes)
VALUES (:name, :title, :home, :kind, :notes)
"""


def write_site(db: Database, site: SiteRow, run_kind: RunKind) -> None:
    """Write a site as its spider describes it; an import into a site that is known leaves it as it is."""
    before = _kind(db, site.name)
    db.execute(_KNOWN if run_kind == "import" else _DESCRIBED, asdict(site))
    if before not in (None, _kind(db, site.name)):
        refresh_site(db, site.name)
        made_by.forget(db, "of_site", site.name)


def _kind(db: Database, name: str) -> str | None:
    kind: str | None = value(db, "SELECT kind FROM sites WHERE name = ?", [name])
    return kind


def warc_head(site: SiteRow, run_kind: RunKind, run_id: int, started_at: str) -> dict[str, str]:
    """Return the warcinfo fields of a run's file, from which `sites` and `runs` can be made again."""
    return {
        "software": "campaign-archive",
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "isPartOf": site.name,
        "description": site.title,
        "site-home": site.home or "",
        "site-kind": site.kind,
        "site-notes": site.notes or "",
        "run-kind": run_kind,
        "run-id": str(run_id),
        "run-started-at": started_at,
        _SPELLING: "known",
    }


def is_own_head(head: dict[str, str]) -> bool:
    """Whether a run of this program wrote a file's head; others say what a file is part of, too."""
    return "run-id" in head


def keeps_known_spelling(head: dict[str, str]) -> bool:
    """Whether a text in the file has the address that the archive knew it by, in whatever spelling it came.

    Older programs gave each spelling a text of its own, whose permalink stays.
    """
    return head.get(_SPELLING) == "known"


def site_of_head(head: dict[str, str]) -> SiteRow:
    """Return the site that a file's head names."""
    return SiteRow(
        name=head["isPartOf"],
        title=head.get("description", head["isPartOf"]),
        home=head.get("site-home"),
        kind=head.get("site-kind", "imported"),
        notes=head.get("site-notes"),
    )
