"""Whom a text is written or spoken to."""

import pytest

from archive.text.addressee import read_addressee


@pytest.mark.parametrize(
    ("body", "addressee"),
    [
        ("各党总支、机关各科室：\n现将有关事项通知如下。", "各党总支、机关各科室"),
        ("青矿发〔2011〕3号\n集团公司党委：\n现报告如下。", "集团公司党委"),
        ("同志們：\n今天我們開會。", "同志們"),
        ("同志们，今天的会议很重要。", None),
        ("现将有关事项通知如下：\n一、加强领导。", None),
        ("6月1日，该矿召开会议。会议要求各单位：\n加强领导。", None),
        ("", None),
    ],
)
def test_addressee(body: str, addressee: str | None) -> None:
    assert read_addressee(body) == addressee
