from __future__ import annotations

import pytest

from archive.block_kinds import kind_by_wording
from archive.body_spans import body_spans
from archive.extract import extract
from archive.model import Block
from archive.text import clean

URL = "http://www.qingshan.example/a/1.htm"
PROSE = "矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。"
KINDS = [
    ("附件：1.安全生产月活动安排表", "attachment"),
    ("附 件 2：考核办法", "attachment"),
    ("隐患排查统计表.xls", "attachment"),
    ("图为矿领导在井口为职工送清凉", "caption"),
    ("圖為礦領導在井口慰問", "caption"),
    ("（王山 摄）", "caption"),
    ("青山煤矿 供图", "caption"),
    ("青山煤矿党委", "signature"),
    ("二〇一〇年六月三日", "signature"),
    ("2010年6月3日", "signature"),
    (PROSE, "paragraph"),
    ("附近的单位也参加了活动", "paragraph"),
    ("图书室全天开放", "paragraph"),
    ("", "paragraph"),
]


@pytest.mark.parametrize(("line", "kind"), KINDS)
def test_a_line_is_told_by_its_wording(line: str, kind: str) -> None:
    assert kind_by_wording(line, is_late=True) == kind


def test_a_unit_named_above_its_text_is_addressed_and_signs_nothing() -> None:
    assert kind_by_wording("青山煤矿党委", is_late=False) == "paragraph"


@pytest.mark.parametrize(("line", "kind"), KINDS[:-1])
def test_a_page_and_a_plain_text_are_judged_alike(line: str, kind: str) -> None:
    lines = [PROSE, PROSE, line]
    page = f"<h1>安全生产月</h1><div class=zw>{''.join(f'<p>{each}</p>' for each in lines)}</div>"
    of_page = [block.kind for block in extract(page.encode(), URL).blocks if block.text == line]
    cleaned = clean("\n".join(lines), title=None)
    blocks = [Block(kind="paragraph", text=each) for each in lines]
    of_text = [span.kind for span in body_spans(cleaned, blocks, 0)]
    assert (of_page[-1], of_text[-1]) == (kind, kind)
