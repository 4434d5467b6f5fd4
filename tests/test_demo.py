"""The demo's archive holds what the sample sites' own manifest says, text for text."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.samples.sites import ANQUANWANG, SITES, Site
from tests.sample_manifest import MANIFEST, SampleArticle, irrelevant

ARTICLES = [article for articles in MANIFEST.values() for article in articles]
by_site = pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)


@pytest.fixture(scope="module")
def db(demo: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{demo}/archive.db?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@pytest.fixture(scope="module")
def texts(db: sqlite3.Connection) -> dict[tuple[str, str], sqlite3.Row]:
    rows = db.execute("SELECT * FROM texts WHERE part_of_id IS NULL")
    return {(row["site"], urlsplit(row["url"]).path): row for row in rows}


@by_site
def test_each_site_has_as_many_articles_gaps_and_repairs_as_declared(
    site: Site, db: sqlite3.Connection
) -> None:
    counted = db.execute(
        """
        SELECT count(*) AS articles,
          sum(completeness = 'truncated') AS truncated,
          sum(id IN (SELECT article_id FROM edits WHERE rule = 'glued_pinyin')) AS repaired,
          sum(id IN (SELECT article_id FROM gaps)) AS with_gaps
        FROM articles WHERE site = ?
        """,
        [site.spider],
    ).fetchone()
    articles = MANIFEST[site]
    cut = sum(article.completeness == "truncated" for article in articles)
    with_gaps = sum(bool(article.text.omissions) for article in articles)
    repaired = len(articles) if site is ANQUANWANG else 0
    assert tuple(counted) == (len(articles) + len(_essays(site)), cut, repaired, with_gaps)


def _essays(site: Site) -> list[tuple[str, str]]:
    return [essay for article in MANIFEST[site] for essay in article.essays]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: f"{article.site.name}{article.text.path}")
def test_each_article_is_archived_as_declared(
    article: SampleArticle, db: sqlite3.Connection, texts: dict[tuple[str, str], sqlite3.Row]
) -> None:
    text = article.text
    row = texts[article.site.spider, text.path]
    gaps = db.execute(
        "SELECT omitted_chars FROM gaps WHERE article_id = ? ORDER BY position", [row["id"]]
    ).fetchall()
    files = db.execute("SELECT url FROM attachments WHERE article_id = ? ORDER BY id", [row["id"]]).fetchall()
    assert row["title"] == text.title
    assert row["body"] == text.body
    assert (row["published_at"] or "") == article.published_at
    assert (row["author"], row["source"]) == (
        text.header.get("author") or None,
        text.header.get("source") or None,
    )
    assert row["completeness"] == article.completeness
    assert (row["declared_chars"], row["shown_chars"]) == article.counted
    assert row["omitted_chars"] == (sum(text.omissions) or None)
    assert tuple(gap["omitted_chars"] for gap in gaps) == text.omissions
    assert tuple(urlsplit(file["url"]).path for file in files) == article.attachments


def test_the_copies_found_are_those_declared(db: sqlite3.Connection) -> None:
    found = db.execute(
        """
        SELECT copy.site, copy.url, original.site, original.url, role, fuller_id = original_id
        FROM copies JOIN articles AS copy ON copy.id = article_id
        JOIN articles AS original ON original.id = original_id
        """
    ).fetchall()
    declared = {
        (article.site.spider, article.text.path, *article.original)
        for article in ARTICLES
        if article.original
    }
    assert {(row[0], urlsplit(row[1]).path, row[2], urlsplit(row[3]).path) for row in found} == declared
    assert {row[4] for row in found if row[0] == "sample_mirror"} == {"mirror"}
    assert [tuple(row[4:]) for row in found if row[0] == "sample_mill"] == [("truncated", 1)]


@by_site
def test_essays_of_merged_texts(site: Site, db: sqlite3.Connection) -> None:
    essays = db.execute(
        """
        SELECT texts.title, texts.body, texts.key, whole.key || '#' AS expected_key
        FROM texts JOIN articles AS whole ON whole.id = texts.part_of_id
        WHERE texts.site = ? ORDER BY texts.id
        """,
        [site.spider],
    ).fetchall()
    assert [(row["title"], row["body"]) for row in essays] == _essays(site)
    assert all(row["key"].startswith(row["expected_key"]) for row in essays)


@by_site
def test_every_address_ends_with_a_reason(site: Site, db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT * FROM frontier WHERE site = ?", [site.spider]).fetchall()
    ended = {urlsplit(row["url"]).path: row for row in rows}
    assert {row["state"] for row in rows} <= {"done", "failed", "skipped"}
    assert all(row["reason"] for row in rows if row["state"] != "done")
    for path in site.missing:
        assert "404" in ended[path]["reason"]
    for path in site.healing:
        assert ended[path]["state"] == "done"
    for path in irrelevant(site):
        assert ended[path]["state"] == "skipped"
        assert ended[path]["reason"].startswith("not campaign material (score .0")
        assert ended[path]["title"]
    if site.disallowed:
        forbidden = [row for path, row in ended.items() if path.startswith(site.disallowed)]
        assert forbidden
        assert all(row["reason"].startswith("robots.txt") for row in forbidden)


def test_no_forbidden_address_was_fetched(db: sqlite3.Connection) -> None:
    fetched = [urlsplit(row["url"]).path for row in db.execute("SELECT url FROM captures")]
    prefixes = [site.disallowed for site in SITES if site.disallowed]
    assert prefixes
    assert not [path for path in fetched if path.startswith(tuple(prefixes))]


def test_lines_that_a_site_repeats_are_learned_and_taken(db: sqlite3.Connection) -> None:
    learned = db.execute("SELECT site, line FROM host_lines ORDER BY line").fetchall()
    assert [tuple(row) for row in learned] == [
        ("sample_mine", "本矿安全生产0天班前一句话"),
        ("sample_mine", "看得见的乌金摸得着的平安"),
    ]
    taken = db.execute(
        "SELECT count(DISTINCT article_id) FROM edits JOIN articles ON articles.id = article_id "
        "WHERE rule = 'host_lines' AND site = 'sample_mine' AND removed LIKE '%看得见的乌金%'"
    ).fetchone()
    pages = db.execute("SELECT count(*) FROM articles WHERE host_lines IS NOT NULL").fetchone()
    assert taken[0] == pages[0] >= 20


def test_skipped_pages_are_kept_as_captures(db: sqlite3.Connection) -> None:
    declared = {(site.spider, path) for site in SITES for path in irrelevant(site)}
    rows = db.execute(
        "SELECT site, captures.url FROM frontier JOIN captures ON requested_url = frontier.url "
        "WHERE state = 'skipped' AND reason LIKE 'not campaign material%'"
    ).fetchall()
    assert declared
    assert {(site, urlsplit(url).path) for site, url in rows} == declared
    assert dict(db.execute("SELECT site, sum(irrelevant) FROM runs GROUP BY site"))["sample_group"] == len(
        declared
    )
