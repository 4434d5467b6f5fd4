"""The table `host_lines`: what each host of a site repeats at the edges of its pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sqlite_utils import Database

from archive.addresses import split_address
from archive.model import HostLines
from archive.store.rows import insert_all, select
from archive.text.host_lines import EdgesOfPage, host_lines_of, learn

_OF_SITE = """
FROM articles JOIN versions ON versions.article_id = articles.id JOIN sites ON sites.name = site
WHERE site = ? AND part_of_id IS NULL AND sites.kind <> 'imported'
"""
_URLS = f"SELECT DISTINCT articles.url {_OF_SITE}"
_PAGES = f"""
SELECT articles.url, coalesce(articles.title, key) AS title, edge_lines {_OF_SITE}
AND instr(lower(articles.url), ?) ORDER BY title
"""


@dataclass(frozen=True, slots=True)
class _PagesOfHost(Iterable[EdgesOfPage]):
    """All pages of a host, title by title, read from the database again each time that they are gone over."""

    db: Database
    site: str
    host: str

    def __iter__(self) -> Iterator[EdgesOfPage]:
        # SQLite lowers ASCII alone.
        named = self.host if self.host.isascii() else ""
        for row in select(self.db, _PAGES, [self.site, named]):
            if host_of(row["url"]) == self.host:
                yield EdgesOfPage(row["title"], frozenset(filter(None, row["edge_lines"].split("\n"))))


def host_of(url: str) -> str:
    """Return the host that an address names; empty for an imported file."""
    return _host_in("/".join(url.split("/", 3)[:3]))


@lru_cache(maxsize=1000)
def _host_in(root: str) -> str:
    """Of `http://qingshan.test`: a site has thousands of addresses, and few of these."""
    return split_address(root).netloc.lower()


def stored_host_lines(db: Database, site: str) -> dict[str, HostLines]:
    """Return what was learned of each host of a site when its last run ended."""
    lines = defaultdict[str, list[str]](list)
    for row in select(db, "SELECT host, line FROM host_lines WHERE site = ?", [site]):
        lines[row["host"]].append(row["line"])
    return {host: host_lines_of(of_host) for host, of_host in lines.items()}


def learn_host_lines(db: Database, site: str) -> None:
    """Count the lines at the edges of all articles of a site anew; within a transaction of the caller."""
    hosts = {host_of(row["url"]) for row in select(db, _URLS, [site])}
    db.execute("DELETE FROM host_lines WHERE site = ?", [site])
    for host in sorted(filter(None, hosts)):
        insert_all(db, "host_lines", _rows(site, host, learn(_PagesOfHost(db, site, host))))


def _rows(site: str, host: str, counted: dict[str, int]) -> Iterator[dict[str, str | int]]:
    version = host_lines_of(counted).version
    for line, count in counted.items():
        yield {"site": site, "host": host, "version": version, "line": line, "pages": count}
