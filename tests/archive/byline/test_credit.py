from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.byline import parse_credit


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□ 本报记者 张文 通讯员 李明", "张文 李明"),
        ("云岭日报记者 王建平 赵文锋", "王建平 赵文锋"),
        ("新华网云岭频道 记者 陈文", "陈文"),
        ("云岭报记者 彭明 山东报道", "彭明"),
        ("云岭报记者 彭明 江苏报道", "彭明"),
        ("云岭网讯（云岭都市报记者彭明报道）六月三日，", "彭明"),
        ("本报讯 记者张文、通讯员李明报道：六月三日，青山煤矿召开动员会。", "张文 李明"),
        ("青山報 / 記者陳文／平川即時報導", "陳文"),
        ("本報記者 陳文", "陳文"),
        ("本报讯（记者 张文 通讯员 李明）6月3日，青山煤矿召开动员会。", "张文 李明"),
        ("确保活动取得实效。（赵文锋）", "赵文锋"),
        ("确保活动取得实效。（张文 李明 ）", "张文 李明"),
        ("确保活动取得实效。(记者 张文)", "张文"),
        ("确保活动取得实效。（张文山 高 原）", "张文山 高原"),
        ("□ 本报记者 李　明 通讯员 张文山", "李明 张文山"),
        ("执笔人：张文 李明", "张文 李明"),
        ("【記者林文玉／青山報導】　民國97年7月5日", "林文玉"),
        # Names of two characters, set as wide as those of three.
        ("圆满完成任务。（赵 军）", "赵军"),
        ("圆满完成任务。（赵　军 李文静）", "赵军 李文静"),
        ("本报讯（通讯员 赵 军 李 明）6月3日，青山煤矿召开动员会。", "赵军 李明"),
        ("本报讯（通讯员赵 军）6月3日，青山煤矿召开动员会。", "赵军"),
        ("本報記者 陳 文", "陳文"),
    ],
)
def test_names_are_read_from_a_credit(line: str, names: str) -> None:
    assert parse_credit(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "（节选）",
        "（全文完）",
        "（待续）",
        "（组织部）",
        "据通讯员介绍",
        "记者在现场看到，矿工们正在交接班。",
        "（二）",
        "（2011年）",
        "（上 下）",
        "（石油）",
        "（江苏）",
        "（高 温 预 警）",
        "",
    ],
)
def test_takes_nobody_for_a_name(line: str) -> None:
    assert parse_credit(line) is None


@given(st.text(alphabet="记者张文通讯员（）() 、报道□", max_size=30))
def test_no_line_raises_or_gives_an_empty_name(line: str) -> None:
    assert parse_credit(line) != ""
