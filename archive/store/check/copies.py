"""The copies that are noted against those that the texts give.

There are some fifty rows of an article: what is noted is put aside in temporary tables, on the disk.
"""

from __future__ import annotations

from collections.abc import Iterator

from archive.store import copies, made_by
from archive.store.archive import Archive
from archive.store.check.findings import REBUILD, Fault, Finding, Remark
from archive.store.rows import in_pieces, value

_TABLES = ("copies", "copy_keys", "fingerprints")

_COMPARED = """
SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM uncompared WHERE reason IS NOT NULL)
AND id > ? ORDER BY id
"""

_OTHERWISE = """
SELECT count(*) FROM (
  SELECT * FROM (SELECT * FROM noted_{table} EXCEPT SELECT * FROM {table})
  UNION ALL SELECT * FROM (SELECT * FROM {table} EXCEPT SELECT * FROM noted_{table})
)
"""


_TELL = "Tell whoever maintains this program: it is a bug. Once it is mended, run `campaign-archive rebuild`"


def copy_findings(still: Archive) -> Iterator[Finding]:
    """Yield the tables that are not what the texts give; `still` is a copy and is written to."""
    wrong = _otherwise(still)
    for told in copies.uncomparable(still.db):
        yield Remark(told, _TELL)
    if wrong and not made_by.is_of_today(still.db, "copies"):
        yield Remark(f"{sum(wrong.values())} rows of {', '.join(wrong)} were made by older rules", REBUILD)
        return
    for table, count in wrong.items():
        yield Fault(f"{count} rows of {table} are missing, or are not what the texts give", REBUILD)


def _otherwise(still: Archive) -> dict[str, int]:
    copies.catch_up(still.db)
    for table in _TABLES:
        still.db.execute(f"CREATE TEMP TABLE noted_{table} AS SELECT * FROM {table}")
        still.db.execute(f"DELETE FROM {table}")
    for row in in_pieces(still.db, _COMPARED):
        copies.add(still.db, row["id"])
    copies.catch_up(still.db)
    counts = {table: int(value(still.db, _OTHERWISE.format(table=table))) for table in _TABLES}
    return {table: count for table, count in counts.items() if count}
