"""What sites say, stamp and thrust into texts goes; what reads alike and is the author's stays."""

from __future__ import annotations

import pytest

from archive.text import clean
from archive.text.mirror.damage import to_traditional

TITLE = "安全竞赛活动总结"
FIRST = "各支部高度重视，精心组织活动，形成了良好氛围。全年共排查隐患二百余条，整改率达到百分之百。"
LAST = "今后，我们将继续努力，把各项措施落实到现场、落实到班组、落实到岗位。"
BODY = f"{FIRST}\n{LAST}"

BELOW = [
    "本文来源：云岭公文网 http://www.yunling.invalid/a/123.html",
    "以上就是云岭范文网小编为大家整理的活动总结，希望对大家有所帮助！",
    "更多精彩内容请关注云岭公文网",
    "(本文由云岭文库整理提供，仅供参考)",
    "版权声明：本文为博主原创文章，转载请附上原文出处链接及本声明。",
    "如果您觉得本文有用，请点击收藏或分享给更多的朋友",
    "看过“安全月活动总结”的人还看了：",
    "长按识别二维码关注“云岭笔杆子”",
    "点击上方蓝字关注我们",
    "打开APP查看更多精彩内容",
    "返回云岭网，查看更多",
    "加入QQ群123456789，领取更多资料",
    "文档为doc格式",
    "精选优质文档-----倾情为你奉上",
    "—— 本文结束，感谢阅读！——",
    "— END —",
    "【收藏本文】【打印】【关闭】",
    "收藏此文 | 复制全文 | 下载Word",
]
ABOVE = [
    "下面是小编整理的相关范文，欢迎阅读参考，希望能帮助到大家！",
    "以下是小编为大家收集的活动总结，仅供参考，欢迎大家阅读。",
    "字数：1865",
    "预计阅读时间：5分钟",
    "本文已影响2.3万人",
]


@pytest.mark.parametrize("line", BELOW)
def test_lines_below_go(line: str) -> None:
    for written in (line, to_traditional(line)):
        assert clean(f"{TITLE}\n{FIRST}\n{LAST}\n{written}").body == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize("line", ABOVE)
def test_lines_above_go(line: str) -> None:
    assert clean(f"{TITLE}\n{line}\n{FIRST}\n{LAST}").body == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize("link", ["返回云岭网，查看更多", " 返回云岭,点击查看更多"])
def test_a_portals_link_behind_the_last_sentence_goes(link: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{LAST}{link}").body == BODY
    assert clean(f"{TITLE}\n{FIRST}\n{LAST}{link}\n【打印】【关闭】").body == BODY


@pytest.mark.parametrize("words", ["然后返回井口，查看更多设备。", "巡检后返回值班室，查看更多记录"])
def test_who_returns_to_see_more_stays(words: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{LAST}{words}").body == f"{FIRST}\n{LAST}{words}"


def test_a_stated_length_is_kept() -> None:
    cleaned = clean(f"{TITLE}\n{FIRST}\n{LAST}\n（全文共86字）")
    assert (cleaned.truncation.declared_chars, cleaned.gaps) == (86, ())


@pytest.mark.parametrize(
    "mark",
    [
        "（云岭文秘网www.yunling.invalid）",
        "【更多范文请访问云岭文秘网】",
        "(本文由云岭范文网整理)",
        "[版权所有：云岭文库]",
        "www.yunling.invalid",
        "加微信yunling888领取全套资料",
    ],
)
def test_marks_inside_a_sentence_go(mark: str) -> None:
    assert clean(f"{TITLE}\n{FIRST.replace('组织', f'组{mark}织')}\n{LAST}").body == f"{FIRST}\n{LAST}"


def test_an_address_that_parts_a_word_goes_elsewhere_too() -> None:
    first, last = (
        FIRST.replace("组织", "组www.yunling.invalid织"),
        LAST.replace("，把", "，www.yunling.invalid把"),
    )
    assert clean(f"{TITLE}\n{first}\n{last}").body == BODY
    assert clean(f"{TITLE}\n{FIRST}\n{last}").body == f"{FIRST}\n{last}"


@pytest.mark.parametrize("stamp", ["云 岭 文 库", "www.yunling.invalid", "内部资料 严禁外传 云岭文库"])
def test_stamps_that_return_go(stamp: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{stamp}\n{LAST}\n{stamp}").body == f"{FIRST}\n{LAST}"


def test_a_watermark_in_a_column_goes() -> None:
    assert clean(f"{TITLE}\n{FIRST}\n云\n岭\n文\n库\n{LAST}").body == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "安\n全\n生\n产",
        "公司网站（www.yunxi.invalid）已经开通，投稿请寄编辑部（http://bao.yunxi.invalid）。",
        "职工可登录www.yunxi.invalid查询，详见http://yunxi.invalid/app页面说明。",
        "云溪新闻（www.yunxi.invalid）从救援队获悉，捐款已经收到（报道详见）www.yunxi.invalid报道刊发后。",
        "去年，矿区报在因特网上建立了自己的站点www.yunxi.invalid，读者可通过www.yunxi.invalid投稿。",
        "职工可加客服微信咨询，扫码领取安全手册（扫码领取手册）。",
        "[1] 周明：《矿区纪事》，2016年5月，http://www.yunxi.invalid/a.html。",
        "公司电子书库（党建文库）由周明（办公室文秘）管理。",
        "以上就是我的汇报，请批评指正",
        "（本文由周明同志口述，李文整理）",
        "特别说明：参赛作品内容不得侵权，文责由作者自负",
        "版权声明：参赛作品的著作权归作者所有，主办单位有权使用",
        "扫描下方二维码，加入云溪青年志愿者群",
        "关注我们的老矿工",
        "欢迎来到综采一队",
        "看过那场演出的人也喜欢这首歌",
        "照片上传于2016年5月",
        "字数：不超过2000字",
        "（约500字）",
    ],
)
def test_lines_that_stay(line: str) -> None:
    for page in (
        f"{TITLE}\n{FIRST}\n{line}",
        f"{TITLE}\n{line}\n{FIRST}",
        f"{TITLE}\n{FIRST}\n{line}\n{LAST}",
    ):
        assert f"{TITLE}\n{clean(page, title=TITLE).body}" == page
