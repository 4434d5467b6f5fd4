"""WARC files that are imported once more: after an import that was cut off, or by mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.ingest import import_paths
from archive.store.archive import Archive
from archive.store.check import check
from crawler.samples.docx import make_docx
from tests.archive.ingest.foreign_records import SITE, MakePage, MakeWarc, answer

DOCX = {"Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
PARTS_AND_FILES = "SELECT kind, count(*) AS number FROM captures GROUP BY kind ORDER BY kind"


@pytest.fixture
def warc(make_warc: MakeWarc, page: MakePage, folder: Path) -> Path:
    """A text of two pages, with a file."""
    first, second = (page("关于检查的通报") for _ in range(2))
    first = first.replace(
        b"</body>",
        "<p>附件：<a href=plan.docx>检查方案.docx</a></p><a href=1_2.htm>下一页</a></body>".encode(),
    )
    second = second.replace("各单位".encode(), "各区队".encode())
    file = make_docx("检查方案", ["各单位于每月二十五日前将隐患排查情况报安全监察部。"])
    path = folder / "old.warc.gz"
    path.write_bytes(
        make_warc(
            answer("1.htm", first), answer("1_2.htm", second), (f"{SITE}/plan.docx", "200 OK", DOCX, file)
        )
    )
    return path


def test_further_pages_and_files_are_kept_once(archive: Archive, warc: Path) -> None:
    import_paths(archive, [warc])
    once = list(archive.db.query(PARTS_AND_FILES))
    assert [row["kind"] for row in once] == ["article", "attachment", "part"]

    report = import_paths(archive, [warc])

    assert (report.new, report.changed, report.unchanged, report.failed) == (0, 0, 1, ())
    assert list(archive.db.query(PARTS_AND_FILES)) == once
    assert list(archive.db.query("SELECT unchanged FROM runs ORDER BY id"))[-1] == {"unchanged": 1}
    assert check(archive.directory).faults == ()


def test_what_was_cut_off_behind_the_first_page_is_made_whole(
    archive: Archive, warc: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An import that dies has kept the page, and neither what it goes on with nor its file."""

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr("archive.ingest.importer.Collection._save_belonging", die)
        with pytest.raises(KeyboardInterrupt):
            import_paths(archive, [warc])
    assert [row["kind"] for row in archive.db.query(PARTS_AND_FILES)] == ["article"]

    import_paths(archive, [warc])

    assert [row["number"] for row in archive.db.query(PARTS_AND_FILES)] == [1, 1, 1]
    (text,) = archive.db.query("SELECT body FROM texts")
    assert "各区队" in text["body"]
    (file,) = archive.db["attachments"].rows
    assert "隐患排查" in file["text"]


def test_a_further_page_that_was_an_article_becomes_what_it_is(
    archive: Archive, warc: Path, make_warc: MakeWarc, page: MakePage, folder: Path
) -> None:
    """A file that holds the further page alone came first."""
    second = page("关于检查的通报").replace("各单位".encode(), "各区队".encode())
    alone = folder / "alone.warc.gz"
    alone.write_bytes(make_warc(answer("1_2.htm", second)))

    import_paths(archive, [alone])
    import_paths(archive, [warc])

    query = "SELECT kind FROM captures WHERE url = ? ORDER BY id"
    assert [row["kind"] for row in archive.db.query(query, [f"{SITE}/1_2.htm"])] == ["article", "part"]
