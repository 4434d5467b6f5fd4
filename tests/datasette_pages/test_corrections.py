"""What a person corrected is said beside what the rules had found, with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.store.archive import Archive
from archive.store.recatalogue import recatalogue
from tests.datasette_pages.answers import Read
from tests.datasette_pages.written_library import write_library

REASON = "按其落款改"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, reading: Callable[[Path, str], Read]) -> str:
    """The page of an article whose issuer and genre are corrected, in Chinese."""
    article = {
        "site": "shibanqiao",
        "path": "jingsai.htm",
        "title": "关于开展修旧利废竞赛的通知",
        "published_at": "2012-01-05",
        "genre": "通知",
        "seen": ["2026-10-03T03:00:00Z"],
        "text": "各区队：\n全矿开展修旧利废劳动竞赛，为期三个月。\n",
    }
    data = write_library(tmp_path_factory.mktemp("corrected"), "library.toml", [article])
    with Archive.open(data) as archive:
        ((key,),) = archive.db.execute("SELECT key FROM articles WHERE url LIKE '%/jingsai.htm'").fetchall()
        lines = ("key,what,value,reason", f"{key},genre,通报,{REASON}", f"{key},issuer,柴里煤矿,{REASON}")
        (data / "corrections.csv").write_text("\n".join(lines), "utf-8")
        recatalogue(archive)
    return reading(data, "local")(f"/article/{key}?q={quote('竞赛')}").text


def test_a_corrected_genre_stands_beside_what_it_was(page: str) -> None:
    panel = page.partition('class="statements"')[2].partition("</section>")[0]
    genre = re.sub("<[^>]*>", "", panel.rpartition("<p>")[2].partition("</p>")[0])
    assert genre.split() == ["文种", "通报", "通知", "人工更正", REASON]
    assert '<del lang="zh">通知</del>' in panel


def test_a_corrected_statement_gives_its_reason_in_place_of_evidence(page: str) -> None:
    panel = page.partition('class="statements"')[2].partition("</section>")[0]
    (issuer,) = [item for item in panel.split("<li") if ">柴里煤矿</a>" in item]
    assert "人工更正" in issuer and REASON in issuer and "可信度" not in issuer
