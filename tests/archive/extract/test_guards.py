from __future__ import annotations

import time

import pytest

from archive.extract import extract, guards, parse
from archive.extract.guards import guard

PROSE = "矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。"
URL = "http://www.qingshan.example/1.htm"


def _text(source: str) -> str:
    return extract(source.encode(), URL).text


@pytest.mark.parametrize(
    "source",
    [
        f"<html><body><p>{PROSE}</p></body></html><p>末尾{PROSE}</p></html>",
        f"<?xml version='1.0' encoding='gb2312'?><html><body><p>{PROSE}</p><p>末尾{PROSE}</p>",
        f"<html><body><p>{PROSE * 9}</p>\0<p>末\0尾{PROSE}</p>",
        f"<html><body><p>{PROSE}</p><!-- 未闭合 <p>末尾{PROSE}</p>",
        f"<html><head></head><body><p>{PROSE}</p></body><body><p>末尾{PROSE}</p></body></html>",
        f"<p {' '.join(f'a{number}=1' for number in range(20_000))}>{PROSE}</p><p>末尾{PROSE}</p>",
        f"""<p {" ".join(f"a{number}='>'" for number in range(100_000))}>{PROSE}</p><p>末尾{PROSE}</p>""",
        f"""<p {" ".join(f"a{number}='<'" for number in range(100_000))}>{PROSE}</p><p>末尾{PROSE}</p>""",
        f"<meta charset=utf-8><title>通知</title><main><p>{PROSE}</p><p>末尾{PROSE}</p></main>",
        f"<title>通知</title><Article\n class=a><p>{PROSE}</p><section>末尾{PROSE}</section></Article>",
    ],
    ids=[
        "doubled html end",
        "xml declaration",
        "nul",
        "open comment",
        "second body",
        "thousands of attributes",
        "tag ends in attributes",
        "tags in attributes",
        "no body tag",
        "no body tag before an article",
    ],
)
def test_no_text_is_lost(source: str) -> None:
    text = _text(source)
    assert PROSE in text
    assert f"末尾{PROSE}" in text


@pytest.mark.parametrize("tag", ["div", "font", "span", "table><tr><td"])
@pytest.mark.parametrize("depth", [300, 5_000])
def test_deep_nesting_keeps_its_text(tag: str, depth: int) -> None:
    source = f"<html><body>{f'<{tag}>' * depth}<p>{PROSE}</p><p>末尾{PROSE}</p>"
    page = parse(source.encode(), URL)
    assert f"末尾{PROSE}" in _text(source)
    assert page.warnings == (("nesting_flattened",) if depth > 2_000 else ())


@pytest.mark.parametrize(
    "source",
    [
        "<p " + " ".join(f"a{number}" for number in range(100_000)) + ">x",
        "<!--" * 50_000,
        "<" * 100_000,
        "<table>" * 50_000,
        "<a><b>" * 20_000 + "</a>" * 20_000,
        "&#x41;" * 50_000,
        f"<p>甲{' ' * 100_000}乙\n丙</p>",
        "<table>" + "<tr><td>甲</td><td>乙</td></tr>" * 40_000,
        "<!-- 甲 -->\n" * 400 + "乙",
        "<title>甲乙丙丁" + "-甲乙丙丁" * 20_000,
        "<title>甲乙丙丁_" + "<p>甲-乙 丙</p>\n" * 20_000,
    ],
)
def test_hostile_source_takes_no_time(source: str) -> None:
    start = time.process_time()
    extract(source.encode(), URL)
    assert time.process_time() - start < 5


def test_a_page_above_the_limit_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MAX_CHARS", 1_000)
    page = extract(f"<p>{PROSE * 9}</p>{'<p>' + PROSE * 40}".encode(), URL)
    assert "page_cut" in page.warnings
    assert PROSE in page.text


def test_warnings_name_what_was_done() -> None:
    attributes = " ".join(f"a{number}" for number in range(20_000))
    assert guard(f"<p {attributes}>一</p>").warnings == ("attributes_dropped",)
    assert guard("一<!-- 二").warnings == ("comment_unclosed",)
    assert guard("<p>一</p>").warnings == ()


MANY = range(20_000)


@pytest.mark.parametrize(
    "tag",
    [
        "<p " + " ".join(f"a{number}=1" for number in MANY),
        "<p " + " ".join(f'a{number}="1"' for number in MANY),
        "<p " + " ".join(f"a{number}='<" for number in MANY) + ">",
        "<p " + " < ".join(f'a{number}="<x "' for number in MANY) + ">",
    ],
    ids=["never closed", "never closed, quoted", "quotes that cross", "brackets outside quotes"],
)
def test_huge_tags_of_any_form_are_cut(tag: str) -> None:
    page = f"<p>{PROSE}</p>{tag}<p>末尾{PROSE}</p>"
    assert len(guard(page).source) < 2_000
    assert f"末尾{PROSE}" in _text(page)


def test_words_in_one_attribute_are_no_attributes() -> None:
    page = f"<p title='{'word = ' * 9_000}'>{PROSE}</p>"
    assert guard(page).warnings == ()
    assert PROSE in _text(page)


def test_a_huge_tag_is_found_behind_long_scripts() -> None:
    script = f"<script>{'x' * 35_000}</script>"
    attributes = " ".join(f"a{number}" for number in range(5_000))
    assert guard(f"{script}<p>一</p>{script}").warnings == ()
    assert guard(f"{script}<p>一</p>{script}<p {attributes}>二</p>{script}").warnings == (
        "attributes_dropped",
    )


@pytest.mark.parametrize("text", ["", "一\0二</body>三", "<?xml version='1.0'?><p>一</p>", "一<!-- 二"])
def test_bytes_that_are_known_save_the_encoding_and_change_nothing(text: str) -> None:
    assert guard(text, text.encode()) == guard(text)
