from __future__ import annotations

import pytest

from archive.extract import extract
from archive.extract.body.second_opinion import heaviest_run

URL = "http://www.qingshan.example/1.htm"
SENTENCE = "矿党委要求，各单位要加强领导，落实责任。"


@pytest.mark.parametrize(
    ("weights", "run"),
    [
        ((), range(0)),
        ((-1.0, -2.0), range(0)),
        ((3.0,), range(1)),
        ((-2.0, 3.0, -1.0, 4.0, -2.0, 1.0), range(1, 4)),
        ((5.0, -9.0, 5.0), range(1)),
    ],
)
def test_heaviest_run(weights: tuple[float, ...], run: range) -> None:
    assert heaviest_run(weights) == run


def test_a_short_notice_is_confirmed() -> None:
    page = f"<h1>关于放假的通知</h1><div><p>{SENTENCE}</p></div><ul><li><a href=1>矿区要闻回顾</a></li></ul>"
    assert extract(page.encode(), URL).confidence == "high"


def test_scattered_teasers_stay_doubtful() -> None:
    links = "".join(f"<li><a href={number}>矿区要闻回顾</a></li>" for number in range(9))
    page = "".join(f"<div><div><p>{SENTENCE}</p></div><ul>{links}</ul></div>" for _ in range(4))
    assert extract(page.encode(), URL).confidence == "low"
