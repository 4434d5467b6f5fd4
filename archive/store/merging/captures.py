"""The captures of two archives in one list, with the runs of the new database, and the files they stand in.

`merge_runs` has noted in `new_runs` which run of which side is which there.
"""

from __future__ import annotations

from sqlite_utils import Database

from archive.store.rebuild.waiting_captures import WaitingCaptures

_OF_SIDE = """
SELECT captures.*, new_runs.id AS new_run_id, (
  captures.url IN (SELECT url FROM ours.articles) OR captures.url IN (SELECT url FROM theirs.articles)
) AS was_article
FROM {side}.captures AS captures JOIN new_runs ON side = '{side}' AND old_id = run_id
"""

_NOT_OURS = """
WHERE NOT EXISTS (
  SELECT 1 FROM ours.captures AS known
  WHERE known.warc_file = captures.warc_file AND known.warc_offset = captures.warc_offset
)
"""

_FILES = """
INSERT INTO main.warc_files (name, run_id)
SELECT name, new_runs.id FROM (
  SELECT 'ours' AS side, name, run_id FROM ours.warc_files UNION ALL
  SELECT 'theirs', name, run_id FROM theirs.warc_files WHERE name NOT IN (SELECT name FROM ours.warc_files)
) AS files
JOIN new_runs ON new_runs.side = files.side AND old_id = run_id
WHERE name IN (SELECT warc_file FROM waiting) ORDER BY new_runs.id, name
"""


def merge_captures(db: Database, captures: WaitingCaptures) -> None:
    """Take the captures of both, and write which files they stand in."""
    captures.take(_OF_SIDE.format(side="ours"))
    captures.take(_OF_SIDE.format(side="theirs") + _NOT_OURS)
    db.execute(_FILES)
