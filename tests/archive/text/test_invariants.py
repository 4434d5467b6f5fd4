"""What holds for every text, clean, damaged or senseless."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model import Cleaned
from archive.text import clean, restore
from archive.text.flags import FLAGS

PARAGRAPHS = [
    "各单位要高度重视，精心组织，把活动与安全生产结合起来。会后抓紧部署。",
    "一、指导思想",
    "（二）加强领导。主要负责人要亲自抓。",
    "同志们：",
    "為認真貫徹上級精神，礦黨委決定開展主題活動。現將有關事項通知如下：",
    "攀登者X党委书记表示，_总经理要求做到三个到位。" * 4,
    "力争培育一批年富力强的干部" * 6,
    "的先进经验得到推广。",
    "云溪矿业公司",
    "2021年7月2日",
]
FURNITURE = [
    "您好!歡迎來到云溪礦業網!",
    "您的位置:云溪网>>党建/活动/>>正文",
    "首页 > 党建 > 正文",
    "作者:王小川 2010-08-11 20:15 来源:云溪矿",
    "发布时间:2018-02-0510:00",
    "【打印】【关闭】",
    "浏览次数：2267次",
    "关键词：安全 竞赛",
    "……(云溪网http://yunxi.invalid省略643字,正式会员可完整阅读)……",
    "……(未完,全文共2842字,当前仅显示1807字,请阅读下面提示信息。收藏《意见》",
    "相关文章",
    "上一篇：通知",
    "备案号:云ICP备12034812号-2",
    "版权所有 云溪矿业",
    "仅供学习 禁止外传",
    "会员群：   免费QQ群：",
    "云溪文库",
    "@page { size: 1pt } p { color: red }",
    "[标签:标题]",
    "凯发官网_凯发入口_云溪矿开会",
    "各单位?#8220;抓落实?#8221;活动x0dx0a会后",
    "s6^#~IU x<",
    "DSC04940",
    "| 项目 | 2010-1-1 10:00 |",
    "第3页 / 共43页",
    "第一篇：机修厂总结",
    "(太平煤矿 李明)",
    "切实抓好落实各项工作，切实抓好 1",
    "创(chuàng)新(xīn)会(huì)議(yì)礦(kuàng)區(qū)創(chuàng)優(yōu)會(huì )",
    "因?yàn)椴糠謫T工,F(xiàn)提出",
    "",
    "\u3000\u3000",
    "\ufeff\x00",
]
PAGES = st.lists(
    st.one_of(st.sampled_from(PARAGRAPHS), st.sampled_from(FURNITURE), st.text(max_size=12)), max_size=14
).map("\n".join)


def joined(cleaned: Cleaned) -> str:
    return cleaned.body if cleaned.title is None else f"{cleaned.title}\n{cleaned.body}"


@settings(settings.get_profile("lines"))
@given(PAGES)
def test_raw_is_rebuilt_exactly(page: str) -> None:
    assert restore(clean(page)) == page


@settings(settings.get_profile("lines"))
@given(PAGES)
def test_edits_are_disjoint_ascending_and_true_to_the_raw_text(page: str) -> None:
    end = 0
    for edit in clean(page).edits:
        assert end <= edit.start <= edit.end
        assert page[edit.start : edit.end] == edit.removed != edit.put
        end = edit.end


@settings(settings.get_profile("lines"))
@given(PAGES)
def test_cleaning_what_is_clean_changes_nothing(page: str) -> None:
    once = clean(page)
    again = clean(joined(once), title=once.title)
    assert (again.title, again.body) == (once.title, once.body)
    assert [edit.rule for edit in again.edits] == ["title"] * bool(once.title)


@settings(settings.get_profile("lines"))
@given(PAGES)
def test_gaps_flags_and_fields_are_sound(page: str) -> None:
    cleaned = clean(page)
    assert all(0 <= gap.position <= len(cleaned.body) for gap in cleaned.gaps)
    assert [gap.position for gap in cleaned.gaps] == sorted(gap.position for gap in cleaned.gaps)
    assert set(cleaned.flags) <= FLAGS.keys()
    assert all(value not in ("", None) for value in cleaned.fields.values())


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert restore(clean(text)) == text


@given(st.text(alphabet=st.characters(codec=None, categories=["Cs", "Cc", "Lo", "Po", "Zs"])))
def test_lone_surrogates_and_controls_do_not_raise(text: str) -> None:
    assert restore(clean(text)) == text


@given(st.text(min_size=1, max_size=30), PAGES)
def test_a_given_title_is_never_taken_for_furniture(title: str, page: str) -> None:
    cleaned = clean(f"{title}\n{page}", title=title)
    assert restore(cleaned) == f"{title}\n{page}"


@given(st.lists(st.sampled_from(PARAGRAPHS[:2] + PARAGRAPHS[4:6]), min_size=2, max_size=6))
def test_planted_furniture_goes_and_the_text_stays(paragraphs: list[str]) -> None:
    text = "\n".join(["各单位：本月重点工作如下。", *paragraphs, "全矿上下要抓紧抓好。落实到人。"])
    page = "\n".join(["您的位置:云溪网>>党建/>>正文", text, "相关文章", "备案号:云ICP备12034812号-2"])
    assert clean(page).body == text
