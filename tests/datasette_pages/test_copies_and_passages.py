"""Copies on the pages of the sample sites' archive, and sentences that stand elsewhere."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.datasette_pages.answers import Read, table

SPEECH = quote("在全矿深入开展创先争优活动动员大会上的讲话")


@pytest.fixture
def cut(demo: Path) -> tuple[str, str]:
    """Permalinks of the cut text and of its fuller copy."""
    with closing(sqlite3.connect(f"file:{demo}/archive.db?mode=ro", uri=True)) as db:
        found: tuple[str, str] = db.execute(
            "SELECT cut.key, fuller.key FROM copies JOIN articles AS cut ON cut.id = article_id "
            "JOIN articles AS fuller ON fuller.id = fuller_id"
        ).fetchone()
    return found


def test_a_cut_text_is_completed_from_its_fuller_copy(read_demo: Read, cut: tuple[str, str]) -> None:
    page = read_demo(f"/article/{cut[0]}").text
    part = page.partition('class="from-fuller"')[2].partition("</section>")[0]
    assert f'href="/article/{cut[1]}"' in part and "青山煤矿" in part
    assert re.search(r'href="#gap-\d+">标明缺失之处', part)
    assert "（三）总结表彰阶段" in part and "（二）组织实施阶段（4月" not in part
    assert "中共青山煤矿委员会" in part
    assert (
        "（三）总结表彰阶段"
        not in page.partition('class="text"')[2]
        .partition("</article>")[0]
        .partition('class="from-fuller"')[0]
    )


def test_copies_on_the_page_of_the_original(read_demo: Read, cut: tuple[str, str]) -> None:
    page = read_demo(f"/article/{cut[1]}", **{"Accept-Language": "en"}).text
    panel = page.partition('class="copies"')[2].partition("</section>")[0]
    assert f'href="/article/{cut[0]}"' in panel
    assert "original" in panel and "cut" in panel and "% sure" in panel
    assert 'class="from-fuller"' not in page


def test_copies_in_the_json(read_demo: Read, cut: tuple[str, str]) -> None:
    copies = read_demo(f"/article/{cut[0]}.json").json()["copies"]
    assert [copy["role"] for copy in copies] == ["original", "truncated"]


def test_results_collapse_copies_and_say_so(read_demo: Read) -> None:
    plain, collapsed = (read_demo(f"/search?q={SPEECH}{more}").text for more in ("", "&collapse=copies"))
    assert plain.count("<h2><a") == 2 and "共 2 篇" in plain
    assert collapsed.count("<h2><a") == 1 and "共 2 篇" in collapsed
    assert "及 1 篇副本" in collapsed and "另有 1 篇是所列文献的副本" in collapsed
    assert "展开副本" in collapsed


def test_a_copy_stands_for_itself_where_its_original_is_not_listed(read_demo: Read) -> None:
    page = read_demo(f"/search?q={SPEECH}&site=sample_mirror&collapse=copies").text
    assert page.count("<h2><a") == 1 and "及 1 篇副本" not in page


def test_exports_equal_the_collapsed_list(read_demo: Read) -> None:
    (row,) = table(read_demo(f"/search.csv?q={SPEECH}&collapse=copies"))
    assert (row["count"], row["copy_role"], row["site"]) == ("1", "original", "sample_mine")
    rows = table(read_demo(f"/search.csv?q={SPEECH}"))
    assert {row["original_key"] for row in rows} == {
        "",
        next(r["key"] for r in rows if not r["original_key"]),
    }
    assert len({row["copy_cluster"] for row in rows}) == 1


def test_a_concordance_leaves_out_the_copies_that_its_list_does(read_demo: Read) -> None:
    address = f"/kwic?q={SPEECH}"
    plain, collapsed = (read_demo(f"{address}{more}").text for more in ("", "&collapse=copies"))
    assert "见于 2 篇" in plain and "折叠副本" in plain
    assert "见于 1 篇" in collapsed and "展开副本" in collapsed
    both, one = (table(read_demo(f"/kwic.csv?q={SPEECH}{more}")) for more in ("", "&collapse=copies"))
    assert [{line["articles"] for line in lines} for lines in (both, one)] == [{"2"}, {"1"}]
    assert {line["key"] for line in one} < {line["key"] for line in both}


def test_the_way_back_goes_on_through_other_articles(read_demo: Read, cut: tuple[str, str]) -> None:
    trail = "?q=x&site=y&sort=left&page=2"
    page = unescape(read_demo(f"/article/{cut[0]}{trail}").text)
    others = re.findall(rf'href="/article/(?!{cut[0]})[\w%]+(\?[^"]*)?"', page)
    assert others and set(others) == {trail}


def test_passages_pages(read_demo: Read, cut: tuple[str, str]) -> None:
    page = read_demo(f"/article/{cut[1]}/passages")
    assert page.status_code == 200 and "也见于别处的句子" in page.text
    assert read_demo("/article/nothing/passages").status_code == 404
    assert "沿用最多的段落" in read_demo("/passages").text
    assert "Most reused passages" in read_demo("/passages", **{"Accept-Language": "en"}).text
    assert "已超过末页" in read_demo("/passages?page=9").text
    table = read_demo("/passages.csv")
    assert table.text.startswith("\ufeffnumber,passage,texts,articles")
