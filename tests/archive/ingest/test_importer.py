from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.errors import MachineError
from archive.ingest import import_paths
from archive.store.archive import Archive
from archive.store.recorder import Recorder
from crawler.samples.docx import make_docx
from crawler.samples.pdf import make_pdf

SITE = "http://www.qingshan.example"
HTML = {"Content-Type": "text/html"}
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
TITLE = "关于开展“安全生产月”活动的通知"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    return made


def warc_bytes(archive: Archive) -> int:
    return sum(path.stat().st_size for path in archive.warc_directory.iterdir())


def counts(archive: Archive) -> list[int]:
    return [archive.db[table].count for table in ("articles", "captures", "versions")]


def titles(archive: Archive) -> set[str]:
    return {row["title"] for row in archive.db["articles"].rows}


def test_every_kind_of_file_becomes_an_article(
    archive: Archive, folder: Path, notice: str, page: Callable[[str], bytes]
) -> None:
    (folder / "1.txt").write_text(notice, "gb18030")
    (folder / "2.txt").write_text(notice.replace("安全", "质量"), "utf-16")
    (folder / "3.html").write_bytes(page("关于开展“百日安全”活动的通知"))
    (folder / "4.docx").write_bytes(make_docx(*_titled(notice, "警示教育")))
    (folder / "5.pdf").write_bytes(
        make_pdf([notice.splitlines()[0].replace("安全生产月", "技术比武"), *notice.splitlines()[1:]])
    )
    report = import_paths(archive, [folder])
    assert (report.new, report.failed) == (5, ())
    assert titles(archive) == {
        f"关于开展“{name}”活动的通知"
        for name in ("安全生产月", "质量生产月", "百日安全", "警示教育", "技术比武")
    }
    rows = list(archive.db["captures"].rows)
    assert {row["file_name"] for row in rows} == {"1.txt", "2.txt", "3.html", "4.docx", "5.pdf"}
    assert all(row["url"].startswith("urn:sha256:") for row in rows)


def _titled(notice: str, name: str) -> tuple[str, list[str]]:
    title, *paragraphs = notice.replace("“安全生产月”", f"“{name}”").splitlines()
    return title, paragraphs


def test_the_same_bytes_again_write_nothing(archive: Archive, folder: Path, notice: str) -> None:
    (folder / "1.txt").write_text(notice)
    assert import_paths(archive, [folder]).new == 1
    before, size = counts(archive), warc_bytes(archive)
    (folder / "1.txt").rename(folder / "2.txt")
    (folder / "3.txt").write_text(notice)
    for site in ("imported", "other"):
        report = import_paths(archive, [folder], site=site)
        assert (report.new, report.unchanged, report.failed) == (0, 2, ())
    assert (counts(archive), warc_bytes(archive)) == (before, size)


def test_twins_in_one_call_are_one_article(archive: Archive, folder: Path, notice: str) -> None:
    (folder / "1.txt").write_text(notice)
    (folder / "2.txt").write_text(notice)
    report = import_paths(archive, [folder])
    assert (report.new, report.unchanged) == (1, 1)


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    archive: Archive, folder: Path, notice: str
) -> None:
    (folder / "1.txt").write_bytes(PNG)
    (folder / "2.txt").write_bytes(b"")
    (folder / "3.docx").write_bytes(make_docx(TITLE, ["一"])[:3_000])
    (folder / "4.txt").write_text("　\n　　\n", "gb18030")
    (folder / "5.pdf").write_bytes(make_pdf([]))
    (folder / "6.txt").write_text(notice)
    report = import_paths(archive, [folder / "0.txt", folder])
    assert report.new == 1
    assert [failure.path.name for failure in report.failed] == [
        "0.txt", "1.txt", "2.txt", "3.docx", "4.txt", "5.pdf",
    ]  # fmt: skip
    reasons = [failure.reason for failure in report.failed]
    for reason, begin in zip(
        reasons,
        [
            "does not exist",
            "is a PNG picture",
            "is empty",
            "is damaged",
            "holds no text. Open it",
            "holds no text that can be read: it is a scan",
        ],
        strict=True,
    ):
        assert reason.startswith(begin)
    assert not any("urn:sha256" in reason for reason in reasons)
    assert counts(archive) == [1, 1, 1]


def test_a_failed_file_is_tried_again(archive: Archive, folder: Path, notice: str) -> None:
    path = folder / "1.txt"
    path.write_bytes(b"")
    assert len(import_paths(archive, [path]).failed) == 1
    path.write_text(notice)
    assert import_paths(archive, [path]).new == 1


def test_pages_of_a_warc_file_keep_their_addresses(
    archive: Archive, folder: Path, page: Callable[[str], bytes], make_warc: Callable[..., bytes]
) -> None:
    path = folder / "old.warc.gz"
    whole = make_warc(
        *[(f"{SITE}/{n}.htm", "200 OK", HTML, page(f"关于第{n}次检查的通报")) for n in (1, 2, 3)]
    )
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
    archive: Archive, folder: Path, page: Callable[[str], bytes], make_warc: Callable[..., bytes]
) -> None:
    (folder / "old.warc.gz").write_bytes(make_warc((f"{SITE}/1.htm", "200 OK", HTML, page("关于检查的通报"))))
    import_paths(archive, [folder], site="qingshan")
    report = import_paths(archive, [folder])
    assert report.failed[0].reason == f"{SITE}/1.htm belongs to qingshan. Use --site qingshan."


def test_listing_pages_of_a_warc_file_are_noted(
    archive: Archive, folder: Path, page: Callable[[str], bytes], make_warc: Callable[..., bytes]
) -> None:
    links = "".join(
        f'<li><a href="/{n}.htm">关于开展第{n}次安全检查的通知</a> 2011-06-0{n}</li>' for n in range(1, 10)
    )
    listing = f"<html><title>通知公告</title><body><ul>{links}</ul>".encode()
    (folder / "old.warc.gz").write_bytes(
        make_warc(
            (f"{SITE}/", "200 OK", HTML, listing), (f"{SITE}/1.htm", "200 OK", HTML, page("关于检查的通报"))
        )
    )
    report = import_paths(archive, [folder])
    assert (report.new, report.failed) == (1, ())
    (run,) = archive.db["runs"].rows
    assert run["warnings"] == "old.warc.gz: left out: 1 × a page without an article: home"
    left_out = archive.db.query("SELECT url, reason FROM frontier WHERE state = 'skipped'")
    assert list(left_out) == [{"url": f"{SITE}/", "reason": "a page without an article: home"}]
    assert (report.skipped, run["skipped"]) == ({"a page without an article: home": 1}, 1)


def test_names_of_old_systems_are_kept_readable(archive: Archive, folder: Path, notice: str) -> None:
    name = os.fsdecode("安全活动通知.txt".encode("gb18030"))
    (folder / name).write_text(notice)
    assert import_paths(archive, [folder]).new == 1
    (row,) = archive.db["captures"].rows
    assert row["file_name"] == "安全活动通知.txt"


def test_progress_counts_files(archive: Archive, folder: Path, notice: str) -> None:
    for name in ("1.txt", "2.txt"):
        (folder / name).write_text(notice + name)
    seen: list[tuple[int, int]] = []
    import_paths(archive, [folder], progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MachineError("disk full")])
def test_an_import_that_is_broken_off_says_so(
    archive: Archive, folder: Path, notice: str, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def refuse(*_: object) -> str:
        raise error

    (folder / "1.txt").write_text(notice)
    monkeypatch.setattr(Recorder, "save", refuse)
    with pytest.raises(type(error)):
        import_paths(archive, [folder])
    outcome = "failed" if isinstance(error, MachineError) else "interrupted"
    assert [run["outcome"] for run in archive.db["runs"].rows] == [outcome]


def test_an_empty_folder_is_no_failure(archive: Archive, folder: Path) -> None:
    report = import_paths(archive, [folder])
    assert (report.new, report.unchanged, report.changed, report.failed) == (0, 0, 0, ())
