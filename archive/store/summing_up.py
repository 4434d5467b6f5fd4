"""What is made of all texts together when a run ends; most runs of a night change none, and then it stays.

Whatever writes a text or takes one out notes that in the table `made_by`, in the same transaction: so what a
run that died has left undone, the next one does.
"""

from __future__ import annotations

from archive.store import copies, made_by
from archive.store.archive import Archive
from archive.store.articles.holdings import count_site
from archive.store.copies.reused_passages import count_reuse
from archive.store.derivation import Derivation
from archive.store.derivation.second_cleaning import clean_again
from archive.store.progress import Progress


def sum_up(archive: Archive, site: str, derivation: Derivation, progress: Progress) -> tuple[str, ...]:
    """Clean with the lines that the site's hosts repeat, and count its holdings and what all texts reuse.

    Returns what could not be cleaned, which the next run tries again, and which of the site's texts could not
    be compared, one sentence each. To be called under the site's lock.
    """
    failures: tuple[str, ...] = ()
    if not made_by.is_of_today(archive.db, "of_site", site):
        failures = tuple(clean_again(archive.db, site, derivation, progress))
        with archive.transaction() as db:
            count_site(db, site)
            if not failures:
                made_by.note(db, "of_site", site)
    if not made_by.is_of_today(archive.db, "reused_passages"):
        with archive.transaction() as db:
            count_reuse(db)
    return *failures, *copies.uncomparable(archive.db, site)
