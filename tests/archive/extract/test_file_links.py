from __future__ import annotations

import pytest

from archive.extract.file_links import find_file_links, is_file, page_base, resolve
from archive.extract.tree import parse_tree

BASE = "http://www.qingshan.example/a/b.htm"


def test_files_have_absolute_addresses_and_come_once() -> None:
    tree, _ = parse_tree(
        "<a href='../up/方案.docx'>方案</a><a href='/up/方案.docx'>又</a><a href='c.htm'>页</a>"
        "<a href='/up/b%E8%A1%A8.xls?x=1'></a><a href='/system/_content/download.jsp?id=7'>附件2</a>"
    )
    assert [(link.url, link.name) for link in find_file_links(tree, BASE)] == [
        ("http://www.qingshan.example/up/方案.docx", "方案"),
        ("http://www.qingshan.example/up/b%E8%A1%A8.xls?x=1", "b表.xls"),
        ("http://www.qingshan.example/system/_content/download.jsp?id=7", "附件2"),
    ]


def test_a_link_that_is_named_as_a_file_is_one() -> None:
    tree, _ = parse_tree(
        "<a href='/fileUpload.do?id=8&filename=a.xls'>名单.xls</a><a href='/down/8'>下载站</a>"
    )
    assert [link.name for link in find_file_links(tree, BASE)] == ["名单.xls"]


def test_files_and_their_programs_may_be_written_large() -> None:
    tree, _ = parse_tree(
        "<a href='c.htm'>页</a><a href='/UP/A.DOCX'>方案</a><a href='/FileDown.ASPX?id=7'>附件</a>"
        "<a href='/docs/d.htm'>文档</a>"
    )
    assert [link.name for link in find_file_links(tree, BASE)] == ["方案", "附件"]


@pytest.mark.parametrize("href", [None, "", "javascript:void(0)", "mailto:a@b.example", "#top", "http://[x"])
def test_what_leads_nowhere(href: str | None) -> None:
    assert resolve(BASE, href) is None


def test_base_element() -> None:
    tree, _ = parse_tree("<head><base href='/root/'></head><body>一</body>")
    assert page_base(tree, BASE) == "http://www.qingshan.example/root/"


def test_pages_are_no_files() -> None:
    assert not is_file("http://www.qingshan.example/docx/")
    assert is_file("http://www.qingshan.example/a.PDF")
