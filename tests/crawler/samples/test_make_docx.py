from __future__ import annotations

import io
import zipfile

from docx import Document

from crawler.samples.docx import ZIP_EPOCH, make_docx

TABLE = [["单位", "人数"], ["一号井", "30"]]


def test_word_reads_what_was_written() -> None:
    document = Document(io.BytesIO(make_docx("通知", ["各单位：", "现通知如下。"], TABLE)))
    assert [paragraph.text for paragraph in document.paragraphs] == ["通知", "各单位：", "现通知如下。"]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == TABLE


def test_the_bytes_know_no_time() -> None:
    with zipfile.ZipFile(io.BytesIO(make_docx("通知", []))) as package:
        assert {member.date_time for member in package.infolist()} == {ZIP_EPOCH}
    assert make_docx("通知", ["一"], TABLE) == make_docx("通知", ["一"], TABLE)
