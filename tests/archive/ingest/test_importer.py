"""Files as articles: every kind, the same ones again, what can't be read."""

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

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
TITLE = "关于开展“安全生产月”活动的通知"


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


@pytest.mark.parametrize(("site", "title"), [("imported", "导入的文件"), ("old-papers", "old-papers")])
def test_a_collection_without_a_name_is_called_something(
    archive: Archive, folder: Path, notice: str, site: str, title: str
) -> None:
    (folder / "1.txt").write_text(notice)
    import_paths(archive, [folder], site=site)
    assert archive.db.execute("SELECT name, title FROM sites").fetchall() == [(site, title)]


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


def test_a_file_that_memory_is_too_small_for_is_named(
    archive: Archive, folder: Path, notice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(capture: object) -> None:
        raise MemoryError

    (folder / "1.txt").write_text(notice)
    monkeypatch.setattr("archive.ingest.contents.read", fail)
    (failure,) = import_paths(archive, [folder]).failed
    assert failure.reason == "asks for more memory than there is. Read it again where there is more."
    monkeypatch.undo()
    assert import_paths(archive, [folder]).new == 1


def test_a_failed_file_is_tried_again(archive: Archive, folder: Path, notice: str) -> None:
    path = folder / "1.txt"
    path.write_bytes(b"")
    assert len(import_paths(archive, [path]).failed) == 1
    path.write_text(notice)
    assert import_paths(archive, [path]).new == 1


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
