from __future__ import annotations

import pytest

from archive.reading.article.citation import bibtex, gb7714, ris

ARTICLE = {
    "key": "abcdefghijkl",
    "site": "mine",
    "author": None,
    "source": None,
    "site_name": None,
    "site_title": None,
    "site_kind": "mine",
    "title": "安全生产月活动方案",
    "published_at": None,
    "url": "http://mine.example/1.htm",
}


@pytest.mark.parametrize(
    ("fields", "cited"),
    [
        ({}, "安全生产月活动方案[EB/OL]. [2026-10-03]. http://mine.example/1.htm."),
        ({"author": "甲 乙"}, "甲,乙. 安全生产月活动方案[EB/OL]. [2026-10-03]. http://mine.example/1.htm."),
        (
            {"author": "甲 乙 丙 丁"},
            "甲,乙,丙,等. 安全生产月活动方案[EB/OL]. [2026-10-03]. http://mine.example/1.htm.",
        ),
        (
            {"source": "宣传部", "published_at": "2010-06-12T08:00"},
            "宣传部. 安全生产月活动方案[EB/OL]. (2010-06-12)[2026-10-03]. http://mine.example/1.htm.",
        ),
        ({"source": "网络"}, "安全生产月活动方案[EB/OL]. [2026-10-03]. http://mine.example/1.htm."),
        (
            {"source": "網絡轉載", "site_name": "某网"},
            "某网. 安全生产月活动方案[EB/OL]. [2026-10-03]. http://mine.example/1.htm.",
        ),
        (
            {"source": "东山网络公司", "site_name": "某网"},
            "东山网络公司. 安全生产月活动方案[EB/OL]. [2026-10-03]. http://mine.example/1.htm.",
        ),
        ({"title": None, "site_name": "某网"}, "某网. 无题[EB/OL]. [2026-10-03]. http://mine.example/1.htm."),
    ],
)
def test_gb7714(fields: dict[str, str | None], cited: str) -> None:
    assert gb7714({**ARTICLE, **fields}, "2026-10-03T02:14:07Z") == cited


PERMALINK = "http://archive.example/article/abcdefghijkl"


def test_bibtex_escapes_what_tex_would_read_as_a_command() -> None:
    article = {**ARTICLE, "title": r"100%安全_\input{x}", "author": "甲 乙", "published_at": "2010-06"}
    assert bibtex(article, "2026-10-03T02:14:07Z", PERMALINK) == (
        "@online{abcdefghijkl,\n"
        "  author = {{甲} and {乙}},\n"
        r"  title = {{100\%安全\_\textbackslash{}input\{x\}}},"
        "\n"
        "  date = {2010-06},\n"
        "  organization = {mine},\n"
        "  url = {http://mine.example/1.htm},\n"
        "  urldate = {2026-10-03},\n"
        r"  note = {\url{http://archive.example/article/abcdefghijkl}},"
        "\n"
        "  langid = {chinese},\n"
        "}\n"
    )


def test_a_part_of_a_text_has_a_key_that_every_reader_takes() -> None:
    article = {**ARTICLE, "key": "abcdefghijkl#2", "url": "http://mine.example/a%20b.htm#2"}
    permalink = "http://archive.example/article/abcdefghijkl%232"
    written = bibtex(article, "2026-10-03", permalink)
    assert written.startswith("@online{abcdefghijkl-2,\n")
    assert "  url = {http://mine.example/a%20b.htm#2},\n" in written
    assert r"  note = {\url{http://archive.example/article/abcdefghijkl\%232}}," in written
    record = ris(article, "2026-10-03", permalink)
    assert "ID  - abcdefghijkl-2\r\n" in record and f"L2  - {permalink}\r\n" in record


@pytest.mark.parametrize(
    ("fields", "publisher"),
    [
        ({}, "mine"),
        ({"site_title": "青山煤矿"}, "青山煤矿"),
        ({"site_title": "青山煤矿", "site_name": "青山煤矿门户网"}, "青山煤矿门户网"),
        ({"site_kind": "imported", "site_title": "旧文件", "site_name": "青山煤矿门户网"}, "青山煤矿门户网"),
    ],
)
def test_the_publisher_is_called_by_its_name(fields: dict[str, str], publisher: str) -> None:
    article = {**ARTICLE, **fields}
    assert f"organization = {{{publisher}}}" in bibtex(article, "2026-10-03", PERMALINK)
    assert f"PB  - {publisher}\r\n" in ris(article, "2026-10-03", PERMALINK)


def test_a_collection_of_imported_files_is_no_publisher() -> None:
    article = {**ARTICLE, "site_kind": "imported", "site_title": "旧文件"}
    assert "organization" not in bibtex(article, "2026-10-03", PERMALINK)
    assert "PB  - " not in ris(article, "2026-10-03", PERMALINK)


def test_ris_keeps_every_value_on_its_line() -> None:
    article = {**ARTICLE, "title": "方案\nER  - ", "source": "宣传部", "published_at": "2010-06-12"}
    lines = ris(article, "2026-10-03T02:14:07Z", PERMALINK).split("\r\n")
    assert lines[0] == "TY  - ELEC" and lines[-2] == "ER  - " and lines.count("ER  - ") == 1
    assert {"AU  - 宣传部", "TI  - 方案 ER - ", "DA  - 2010/06/12", "PY  - 2010", "Y2  - 2026/10/03"} <= {
        *lines
    }
