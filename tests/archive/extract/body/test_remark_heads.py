from __future__ import annotations

import pytest

from archive.extract import extract
from archive.extract.body.remark_heads import remark_heads

FIRST = "清晨五点，值班员把瓦斯数据抄在黑板上，提醒工友留意变化。" * 2
LAST = "傍晚，井架后面的夕阳落下去了，远处传来汽笛声。"


@pytest.mark.parametrize(
    "line",
    [
        "李明 发表于 2010-7-5 09:12",
        "李明 发表于 2010-7-5",
        "李明发表于2010-07-05 09:12:30",
        "李明 发表于 2010-7-5 09:12 说得好，支持！",
        "3楼 网友",
        "第12樓：匿名",
        "2楼 李明 发表于 7月5日 09:12",
        "5楼 2010-07-05 09:12",
        "回復於 2010/7/5",
        "评论于 3小时前",
        "赵工\t发布于：昨天 10:00 好文",
    ],
)
def test_heads_of_remarks(line: str) -> None:
    assert remark_heads(["正文", line]) == {1}


def test_a_bare_floor_is_a_head_beside_another() -> None:
    assert remark_heads(["正文", "1楼", "好文。", "2楼 网友", "支持。"]) == {1, 3}


@pytest.mark.parametrize(
    "line",
    [
        "论文发表于《青山矿业》2010年第3期",
        *("青山大厦3楼", "会议室在三楼", "3楼会议室", "1楼：活动中心", "2楼", "3楼 会议室 14:30"),
        *("12楼的灯还亮着。王工说，报告不写完不回家。", "5楼发生火情，演练随即开始。"),
        *("关于2010年工作", "（原文发表于2008年7月5日）", "通知发布于2008-7-5，由各单位执行。"),
        *("这篇文章发表于2008年7月5日的矿工报。", "来信发表于7月5日 10:30 之前，我们作了答复。"),
    ],
)
def test_no_heads_of_remarks(line: str) -> None:
    assert not remark_heads([line])


@pytest.mark.parametrize("line", ["3楼会议室", "（原文发表于2008年7月5日）", "2楼", "--"])
def test_the_text_goes_on_behind(line: str) -> None:
    body = f"<h1>东翼采区的一天</h1><div class=zw><p>{FIRST}</p><p>{line}</p><p>{LAST}</p></div>"
    page = f"<html><body>{body}</body></html>"
    assert LAST in extract(page.encode(), "http://www.qingshan.example/1.htm").text


def _page_with(posts: str) -> str:
    text = (
        f"<div class=m><h1>东翼采区的一天</h1><p>2010-06-03 09:12</p><div class=zw><p>{FIRST}</p></div></div>"
    )
    return f"<html><body>{text}<div class=b>{posts}</div></body></html>"


REMARK = "写得很好，我们区队也要这样做，向他们学习，希望矿上多搞这样的活动，不要只是开会，喊喊口号。"


@pytest.mark.parametrize(
    "head", ["老石头 2010-06-0{} 21:3{}", "2010年6月{}日 7:0{}:11", "夜班矿工　2010/6/{}　7:1{} 回复"]
)
def test_longer_remarks_below_their_times_do_not_outweigh_a_text(head: str) -> None:
    posts = "".join(f"<div><span>{head.format(n, n)}</span><p>{REMARK}</p></div>" for n in range(1, 7))
    found = extract(_page_with(posts).encode(), "http://www.qingshan.example/1.htm")
    assert found.text == FIRST


@pytest.mark.parametrize(
    "head", ["第{}节", "老石头", "2010年6月{}日", "开工时间是2010年6月{}日 7:0{}，全队到齐后下井"]
)
def test_a_text_in_parts_that_bear_no_times_is_whole(head: str) -> None:
    posts = "".join(f"<div><p>{head.format(n, n)}</p><p>{REMARK}</p></div>" for n in range(1, 7))
    found = extract(_page_with(posts).encode(), "http://www.qingshan.example/1.htm")
    assert found.text.count(REMARK) == 6


def test_times_among_the_lines_of_a_text_make_it_doubtful() -> None:
    stamped = "".join(f"<p>老石头 2010-06-0{n} 21:30</p><p>{REMARK}</p>" for n in range(1, 4))
    page = f"<html><body><h1>东翼采区的一天</h1><div class=zw><p>{FIRST}</p>{stamped}</div></body></html>"
    assert extract(page.encode(), "http://www.qingshan.example/1.htm").confidence == "low"
