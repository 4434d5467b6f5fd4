from __future__ import annotations

import pytest

from archive.extract.documents.letterhead import titled
from archive.model import Block, Extraction

ISSUER, NUMBER = "青山矿业集团委员会文件", "青矿党〔2011〕6号"
TEXT = ["各单位：", "现将有关事项通知如下。"]


def read(lines: list[str]) -> tuple[str | None, list[str]]:
    blocks = tuple(Block(kind="paragraph", text=line) for line in lines)
    found = titled(Extraction(url="urn:x", kind="article", blocks=blocks))
    return found.title, [block.text for block in found.blocks]


@pytest.mark.parametrize(
    "title", [["关于开展安全生产月活动的通知"], ["关于开展安全生产月活动的", "通知"], ["关于举办竞赛的函"]]
)
@pytest.mark.parametrize("between", [[], ["━━━━━━"], ["签发人：周立民", "★"]])
def test_the_issuer_is_not_the_title(title: list[str], between: list[str]) -> None:
    above = [ISSUER, NUMBER, *between]
    assert read([*above, *title, *TEXT]) == ("".join(title), [*above, *TEXT])


@pytest.mark.parametrize(
    "lines",
    [
        ["关于开展安全生产月活动的通知", NUMBER, *TEXT],
        [ISSUER, "关于开展安全生产月活动的通知", *TEXT],
        [ISSUER, NUMBER, *TEXT],
        [ISSUER, NUMBER, "青山煤矿：", "你矿的报告"],
        [],
    ],
)
def test_no_title_is_made_up(lines: list[str]) -> None:
    assert read(lines) == (None, lines)
