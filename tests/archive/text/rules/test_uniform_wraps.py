"""A text wrapped at one width is joined; verse, lists and ordinary paragraphs are not."""

from __future__ import annotations

import pytest

from archive.text import clean
from archive.text.mirror.damage import to_traditional

TITLE = "云溪煤矿安全生产月活动意见"
PARAGRAPHS = (
    "各单位：",
    "为进一步夯实安全基础，经矿党政联席会议研究，决定在全矿开展“查隐患、保安全”活动。现提出如下意见，请认真贯彻执行。",
    "一、指导思想",
    "坚持安全第一、预防为主、综合治理的方针。以班组为重点，以现场为中心，层层抓好落实。各级干部要带头深入现场，"
    "把工作做细做实。要把活动同日常管理结合起来，一级抓一级，确保取得实效。",
    "（二）加强领导",
    "矿成立领导小组，矿长任组长。各单位也要成立相应机构，明确专人负责。做到有计划、有检查、有总结，年底统一考核。",
)


def wrapped(width: int) -> str:
    lines = [line[at : at + width] for line in PARAGRAPHS for at in range(0, len(line), width)]
    return "\n".join([TITLE, *lines])


@pytest.mark.parametrize("width", [21, 24, 26])
@pytest.mark.parametrize("traditional", [False, True])
def test_paragraphs_are_whole_again(width: int, traditional: bool) -> None:
    page, whole = wrapped(width), "\n".join(PARAGRAPHS)
    cleaned = clean(to_traditional(page) if traditional else page, title=None)
    expected = to_traditional(whole) if traditional else whole
    assert cleaned.body.replace("\n", "") == expected.replace("\n", "")
    assert "一、指导思想" in clean(page).body.split("\n")
    assert len(cleaned.body.split("\n")) <= len(PARAGRAPHS) + 2


@pytest.mark.parametrize(
    "body",
    [
        "\n".join(["千里矿山披锦绣，万名职工谱新篇，安全生产记心间"] * 8),
        "\n".join(["全年安全生产无事故，各项指标全面完成，队伍稳定和谐"] * 8),
        "\n".join(f"{number}．落实岗位责任制。按月考核，按季兑现奖金，年底总评" for number in range(1, 9)),
        "\n".join(PARAGRAPHS),
    ],
)
def test_what_is_no_wrapped_text_stays(body: str) -> None:
    assert clean(f"{TITLE}\n{body}", title=TITLE).body == body


WITH_FIGURES = (
    "　　今年1至5月份，全矿开展检查46次，查出隐患1,283条。\n"
    "整改率98.7%，处理“三违”217人次，同比减少63人次，各项指标\n"
    "均好于去年。截至6月底，共有36个班组、1,208名职工参加了活\n"
    "动，收到建议215条，已采纳186条，落实资金31.6万元，更换电\n"
    "缆2,400米。下半年，要重点抓好三项工作，一是“回头看”，二\n"
    "是雨季“三防”，三是标准化验收，做到有计划、有检查、有考核。\n"
    "　　（二）抓培训，全年不少于48学时。各区队要在7月15日前排\n"
    "出计划，报安监科备案。"
)


def test_figures_are_half_as_wide_and_the_first_line_stands_further_in() -> None:
    first, second = (
        "今年1至5月份，",
        "（二）抓培训，全年不少于48学时。各区队要在7月15日前排出计划，报安监科备案。",
    )
    paragraphs = [line for line in clean(f"{TITLE}\n{WITH_FIGURES}", title=TITLE).body.split("\n") if line]
    assert paragraphs[0].startswith(first)
    assert paragraphs[1].endswith("做到有计划、有检查、有考核。")
    assert paragraphs[2:] == [second]
