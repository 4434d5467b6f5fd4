"""Pages of a WARC file as articles: addresses, sites, lists."""

from __future__ import annotations

from pathlib import Path

from archive.ingest import import_paths
from archive.store.archive import Archive
from archive.store.check import check
from tests.archive.ingest.foreign_records import HTML, SITE, MakePage, MakeWarc, answer


def test_pages_of_a_warc_file_keep_their_addresses(
    archive: Archive, folder: Path, page: MakePage, make_warc: MakeWarc
) -> None:
    path = folder / "old.warc.gz"
    whole = make_warc(*[answer(f"{n}.htm", page(f"关于第{n}次检查的通报")) for n in (1, 2, 3)])
    path.write_bytes(whole[:-200])
    report = import_paths(archive, [path])
    assert report.new == 2
    assert "is cut or damaged" in report.failed[0].reason
    path.write_bytes(whole)
    report = import_paths(archive, [path])
    assert (report.new, report.unchanged, report.failed) == (1, 2, ())
    rows = list(archive.db.query("SELECT url, captured_at FROM captures ORDER BY url"))
    assert [row["url"] for row in rows] == [f"{SITE}/{n}.htm" for n in (1, 2, 3)]
    assert {row["captured_at"] for row in rows} == {"2012-03-04T05:06:07Z"}


def test_an_address_of_another_site_is_left_to_it(
    archive: Archive, folder: Path, page: MakePage, make_warc: MakeWarc
) -> None:
    (folder / "old.warc.gz").write_bytes(make_warc(answer("1.htm", page("关于检查的通报"))))
    import_paths(archive, [folder], site="qingshan")
    report = import_paths(archive, [folder])
    assert report.failed[0].reason == f"{SITE}/1.htm belongs to qingshan. Use --site qingshan."


def test_listing_pages_of_a_warc_file_are_noted(
    archive: Archive, folder: Path, page: MakePage, make_warc: MakeWarc
) -> None:
    links = "".join(
        f'<li><a href="/{n}.htm">关于开展第{n}次安全检查的通知</a> 2011-06-0{n}</li>' for n in range(1, 10)
    )
    listing = f"<html><title>通知公告</title><body><ul>{links}</ul>".encode()
    (folder / "old.warc.gz").write_bytes(
        make_warc(answer("", listing), answer("1.htm", page("关于检查的通报")))
    )
    report = import_paths(archive, [folder])
    assert (report.new, report.failed) == (1, ())
    (run,) = archive.db["runs"].rows
    assert run["warnings"] == "old.warc.gz: left out: 1 × a page without an article: home"
    left_out = archive.db.query("SELECT url, reason FROM frontier WHERE state = 'skipped'")
    assert list(left_out) == [{"url": f"{SITE}/", "reason": "a page without an article: home"}]
    assert (report.skipped, run["skipped"]) == ({"a page without an article: home": 1}, 1)


def test_a_further_page_without_a_text_is_left_out_and_told(
    archive: Archive, folder: Path, page: MakePage, make_warc: MakeWarc
) -> None:
    first = page("关于检查的通报").replace(b"</body>", "<a href=1_2.htm>下一页</a></body>".encode())
    gone = "<html><body><p>对不起，您访问的页面不存在</p></body></html>".encode()
    (folder / "old.warc.gz").write_bytes(make_warc(answer("1.htm", first), answer("1_2.htm", gone)))
    assert import_paths(archive, [folder]).skipped == {"a page without an article: not found": 1}
    assert "further_page_missing" in next(iter(archive.db["articles"].rows))["flags"]
    assert check(archive.directory).faults == ()


def test_a_page_in_another_spelling_of_its_address_is_a_version_of_the_text(
    archive: Archive, folder: Path, page: MakePage, make_warc: MakeWarc
) -> None:
    moved = "https://qingshan.example/1.htm"
    later = (moved, "200 OK", HTML, page("关于检查的通报").replace(b"</p>", "，特此通知。</p>".encode(), 1))
    for number, (one, counts) in enumerate(
        [(answer("1.htm", page("关于检查的通报")), (1, 0)), (later, (0, 1))]
    ):
        path = folder / f"{number}.warc.gz"
        path.write_bytes(make_warc(one))
        report = import_paths(archive, [path])
        assert (report.new, report.changed, report.failed) == (*counts, ())
    assert import_paths(archive, [folder]).unchanged == 2
    assert [row["url"] for row in archive.db["articles"].rows] == [f"{SITE}/1.htm"]
    captured = [(row["url"], row["requested_url"]) for row in archive.db["captures"].rows]
    assert captured == [(f"{SITE}/1.htm", f"{SITE}/1.htm"), (moved, f"{SITE}/1.htm")]
    assert check(archive.directory).faults == ()
