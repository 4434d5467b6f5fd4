"""The demo's archive holds what the sample sites' own manifest says, text for text."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.sample_manifest import MANIFEST, SampleArticle, SampleSite

ARTICLES = [(site, article) for site in MANIFEST for article in site.articles]


@pytest.fixture(scope="module")
def db(demo: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{demo}/archive.db?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@pytest.fixture(scope="module")
def texts(db: sqlite3.Connection) -> dict[tuple[str, str], sqlite3.Row]:
    rows = db.execute("SELECT * FROM texts WHERE part_of_id IS NULL")
    return {(row["site"], urlsplit(row["url"]).path): row for row in rows}


@pytest.mark.parametrize("site", MANIFEST, ids=lambda site: site.name)
def test_each_site_has_as_many_articles_gaps_and_repairs_as_declared(
    site: SampleSite, db: sqlite3.Connection
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
    assert tuple(counted) == (site.archived, site.truncated, site.repaired, site.with_gaps)


@pytest.mark.parametrize(
    ("site", "article"), ARTICLES, ids=[f"{site.name}{article.path}" for site, article in ARTICLES]
)
def test_each_article_is_archived_as_declared(
    site: SampleSite,
    article: SampleArticle,
    db: sqlite3.Connection,
    texts: dict[tuple[str, str], sqlite3.Row],
) -> None:
    row = texts[site.spider, article.path]
    gaps = db.execute(
        "SELECT omitted_chars FROM gaps WHERE article_id = ? ORDER BY position", [row["id"]]
    ).fetchall()
    files = db.execute("SELECT url FROM attachments WHERE article_id = ? ORDER BY id", [row["id"]]).fetchall()
    assert row["title"] == article.title
    assert row["body"] == article.body
    assert (row["published_at"] or "") == article.published_at
    assert (row["author"], row["source"]) == (article.author, article.source)
    assert row["completeness"] == article.completeness
    assert (row["declared_chars"], row["shown_chars"]) == (article.declared_chars, article.shown_chars)
    assert row["omitted_chars"] == article.omitted_chars
    assert tuple(gap["omitted_chars"] for gap in gaps) == article.gaps
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
        (site.spider, article.path, *article.original): article
        for site, article in ARTICLES
        if article.original
    }
    assert {(row[0], urlsplit(row[1]).path, row[2], urlsplit(row[3]).path) for row in found} == {*declared}
    assert {row[4] for row in found if row[0] == "sample_mirror"} == {"mirror"}
    assert [tuple(row[4:]) for row in found if row[0] == "sample_mill"] == [("truncated", 1)]


@pytest.mark.parametrize("site", MANIFEST, ids=lambda site: site.name)
def test_essays_of_merged_texts(site: SampleSite, db: sqlite3.Connection) -> None:
    essays = db.execute(
        """
        SELECT texts.title, texts.body, texts.key, whole.key || '#' AS expected_key
        FROM texts JOIN articles AS whole ON whole.id = texts.part_of_id
        WHERE texts.site = ? ORDER BY texts.id
        """,
        [site.spider],
    ).fetchall()
    declared = [essay for article in site.articles for essay in article.essays]
    assert [(row["title"], row["body"]) for row in essays] == [
        (essay.title, essay.body) for essay in declared
    ]
    assert all(row["key"].startswith(row["expected_key"]) for row in essays)


@pytest.mark.parametrize("site", MANIFEST, ids=lambda site: site.name)
def test_every_address_ends_with_a_reason(site: SampleSite, db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT * FROM frontier WHERE site = ?", [site.spider]).fetchall()
    ended = {urlsplit(row["url"]).path: row for row in rows}
    assert {row["state"] for row in rows} <= {"done", "failed", "skipped"}
    assert all(row["reason"] for row in rows if row["state"] != "done")
    for path in site.missing:
        assert "404" in ended[path]["reason"]
    for path in site.healing:
        assert ended[path]["state"] == "done"
    for path in site.irrelevant:
        assert ended[path]["state"] == "skipped"
        assert ended[path]["reason"].startswith("not campaign material (score .0")
        assert ended[path]["title"]
    if site.forbidden:
        forbidden = [row for path, row in ended.items() if path.startswith(site.forbidden)]
        assert forbidden
        assert all(row["reason"].startswith("robots.txt") for row in forbidden)


def test_no_forbidden_address_was_fetched(db: sqlite3.Connection) -> None:
    fetched = [urlsplit(row["url"]).path for row in db.execute("SELECT url FROM captures")]
    prefixes = [site.forbidden for site in MANIFEST if site.forbidden]
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
    declared = {(site.spider, path) for site in MANIFEST for path in site.irrelevant}
    rows = db.execute(
        "SELECT site, captures.url FROM frontier JOIN captures ON requested_url = frontier.url "
        "WHERE state = 'skipped' AND reason LIKE 'not campaign material%'"
    ).fetchall()
    assert declared
    assert {(site, urlsplit(url).path) for site, url in rows} == declared
    assert dict(db.execute("SELECT site, sum(irrelevant) FROM runs GROUP BY site"))["sample_group"] == len(
        declared
    )
