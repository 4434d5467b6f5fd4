"""The catalogue in the archive: written with the text, made again, corrected, checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.catalogue.correction import Correction
from archive.errors import CallError, MachineError
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.corrections import CorrectionLine, read_corrections
from archive.store.export.backup import backup
from archive.store.rebuild import rebuild
from archive.store.recatalogue import recatalogue
from archive.store.removal import remove

TEXT = "石板桥煤矿党委开展创先争优活动。\n通风队把创先争优落到实处，成绩很好，大家都满意。\n石板桥煤矿工会"

STATED = """
SELECT campaigns.name, role, words, correction FROM article_campaigns
JOIN campaigns ON campaigns.id = campaign_id ORDER BY campaigns.name
"""
ISSUED = """
SELECT organisations.name, part, correction FROM article_organisations
JOIN organisations ON organisations.id = organisation_id WHERE role = 'issuer'
"""


@pytest.fixture
def one(archive_of: Callable[[str], Archive]) -> Archive:
    return archive_of(TEXT)


def _all(archive: Archive, sql: str) -> list[tuple[Any, ...]]:
    return archive.db.execute(sql).fetchall()


def _correct(archive: Archive, data: Path, *lines: str) -> None:
    (key,) = archive.db.execute("SELECT key FROM articles").fetchone()
    rows = "\n".join(f"{key},{line}" for line in lines)
    (data / "corrections.csv").write_text(f"key,what,value,reason\n{rows}\n", "utf-8")


def test_statements_are_written_with_the_text(one: Archive) -> None:
    assert _all(one, STATED) == [("创先争优", "subject", "创先争优", None)]
    assert _all(one, ISSUED) == [("石板桥煤矿", "工会", None)]


def test_a_report_tells_its_superior_from_the_stored_text_too(
    crawl: Any, visit_page: Any, data: Path
) -> None:
    """The catalogue is told no genre there, and only a 请示 shows by its addressee whom its unit obeys."""
    text = "横岭能源集团公司：\n我矿主井绞车已用二十年，故障频繁，请求更新一台。\n妥否，请批示。\n石板桥煤矿"
    crawl(visit_page("/a.html", text, title="石板桥煤矿关于更新主井绞车的请示"))
    with Archive.open(data) as archive:
        above = "SELECT parent FROM article_organisations WHERE role = 'issuer'"
        assert _all(archive, above) == [("横岭能源集团",)]
        assert not check(data).faults
        recatalogue(archive)
        assert _all(archive, above) == [("横岭能源集团",)]


def test_another_text_makes_other_statements(one: Archive, visit_page: Any, data: Path, crawl: Any) -> None:
    crawl(visit_page("/a.html", "全矿安全生产月开始了，大家都要遵章守纪。\n云岭煤矿", at=9))
    assert [row[0] for row in _all(one, STATED)] == ["安全生产月"]
    assert _all(one, "SELECT name FROM campaigns") == [("安全生产月",)]
    assert not check(data).faults


def test_a_correction_survives_a_rebuild_and_can_be_taken_back(one: Archive, data: Path) -> None:
    before = _all(one, STATED), _all(one, ISSUED), _all(one, "SELECT genre FROM articles")
    _correct(
        one,
        data,
        "no campaign,创先争优,争创 is their own",
        "campaign,五比五看,the poster names it",
        "issuer,柴里煤矿,signed in the scan",
        "genre,通报,by its stamp",
    )
    assert [finding.what for finding in check(data).remarks if "changed" in finding.what]
    recatalogue(one)
    corrected = [("五比五看", "subject", "五比五看", "the poster names it")]
    assert _all(one, STATED) == corrected
    rebuild(data, lambda site: None)
    assert _all(one, STATED) == corrected
    assert _all(one, ISSUED) == [("柴里煤矿", None, "signed in the scan")]
    assert _all(one, "SELECT genre FROM articles") == [("通报",)]
    assert not check(data).faults and not check(data).remarks
    (data / "corrections.csv").unlink()
    recatalogue(one)
    assert before == (_all(one, STATED), _all(one, ISSUED), _all(one, "SELECT genre FROM articles"))
    assert not check(data).faults


def test_the_next_run_takes_corrections_over(one: Archive, data: Path, crawl: Any) -> None:
    _correct(one, data, "no campaign,创先争优,a slogan only")
    crawl()
    assert _all(one, STATED) == [] and not check(data).faults


def test_a_backup_takes_the_corrections_along(one: Archive, data: Path, tmp_path: Path) -> None:
    _correct(one, data, "no campaign,创先争优,a slogan only")
    recatalogue(one)
    backup(data, tmp_path / "copy")
    assert not check(tmp_path / "copy").faults and not check(tmp_path / "copy").remarks
    assert (tmp_path / "copy/corrections.csv").read_bytes() == (data / "corrections.csv").read_bytes()


@pytest.mark.parametrize(
    ("lines", "told", "remedy"),
    [
        ("what,value\n", "Line 1 of", "Write key,what,value,reason"),
        ("key,what,value,reason\na,b,c\n", "Line 2 of", "Give key, what, value and reason"),
        ("key,what,value,reason\n\na,campagne,c,d\n", "Line 3 of", "Name one of campaign,"),
    ],
)
def test_a_wrong_line_is_named(one: Archive, data: Path, lines: str, told: str, remedy: str) -> None:
    (data / "corrections.csv").write_text(lines, "utf-8")
    with pytest.raises(CallError) as error:
        recatalogue(one)
    assert error.value.what.startswith(told) and error.value.remedy.startswith(remedy)
    assert any(fault.what.startswith(told) for fault in check(data).faults)


HEADING = "key,what,value,reason"
LINE = "abcdefghij23,genre,讲话,A speech"
READ = [CorrectionLine(2, "abcdefghij23", Correction(what="genre", value="讲话", reason="A speech"))]


@pytest.mark.parametrize(
    "written",
    [
        f"\ufeff{HEADING}\r\n{LINE}\r\n",
        f"{HEADING}\n{LINE}\n".replace(",", ";"),
        f"{HEADING}\n{LINE}\n".replace(",", "\t"),
        f"{HEADING},,\n{LINE},,\n,,,,,\n",
        f"Key,What,Value,Reason\n{LINE}\n",
        f"{HEADING}\nhttp://127.0.0.1:8001/a/{LINE}\n",
        f"{HEADING}\n{LINE.replace(',', '?q=安全,', 1)}\n",
        f"{HEADING}\nhttp://127.0.0.1:8001/a/{LINE.replace(',', '?back=/search#hit-1,', 1)}\n",
        f"{HEADING}\nhttp://127.0.0.1:8001/a/{LINE.replace(',', '/#p/3,', 1)}\n",
    ],
    ids=["mark", "semicolons", "tabs", "empty_columns", "capitals", "permalink", "query", "back", "fragment"],
)
def test_what_spreadsheets_write_is_read(tmp_path: Path, written: str) -> None:
    (tmp_path / "corrections.csv").write_text(written, "utf-8", newline="")
    assert [*read_corrections(tmp_path)] == READ


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_corrections_of_another_encoding_are_refused_with_what_to_do(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "corrections.csv").write_text(f"{HEADING}\n{LINE}\n", encoding)
    with pytest.raises(CallError, match=r"not written in UTF-8.*Excel calls that CSV UTF-8"):
        read_corrections(tmp_path)


@pytest.mark.parametrize(
    "line", [f"{LINE},more", "abcdefghij23,genre,讲话", "abcdefghij23;genre;讲话;A speech"]
)
def test_lines_of_other_columns_are_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "corrections.csv").write_text(f"{HEADING}\n{line}\n", "utf-8")
    with pytest.raises(CallError, match=r"Line 2 of .* four filled cells"):
        read_corrections(tmp_path)


def test_rebuild_tells_of_a_correction_of_no_article(campaign_archive: Any, one: Archive, data: Path) -> None:
    (data / "corrections.csv").write_text(f"{HEADING}\n{LINE}\n", "utf-8")
    one.db.conn.commit()
    said = campaign_archive("rebuild", "--catalogue", "--data", data).stderr
    assert "Warning: Line 2 of corrections.csv corrects abcdefghij23, which is no article. Take" in said


def test_a_correction_of_no_article_is_told(one: Archive, data: Path) -> None:
    (data / "corrections.csv").write_text("key,what,value,reason\nnokey,genre,讲话,why\n", "utf-8")
    recatalogue(one)
    (remark,) = check(data).remarks
    assert "corrects nokey" in remark.what


def test_a_removed_text_takes_its_names_along(one: Archive) -> None:
    (key,) = one.db.execute("SELECT key FROM articles").fetchone()
    remove(one, key, "asked")
    assert _all(one, "SELECT * FROM campaigns") == _all(one, "SELECT * FROM organisations") == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE article_campaigns SET words = '别的'",
        "DELETE FROM article_organisations",
        "INSERT INTO campaigns (name, kind) VALUES ('没人提', 'own')",
    ],
)
def test_check_finds_what_the_text_does_not_give(one: Archive, data: Path, statement: str) -> None:
    one.db.execute(statement)
    assert any("catalogue" in fault.remedy for fault in check(data).faults)


def test_corrections_that_cannot_be_read_are_named(one: Archive, data: Path) -> None:
    (data / "corrections.csv").mkdir()
    with pytest.raises(MachineError, match=r"corrections\.csv"):
        recatalogue(one)
