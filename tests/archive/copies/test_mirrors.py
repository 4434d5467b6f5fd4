from __future__ import annotations

import pytest

from archive.copies.mirrors import original_address, same_path


@pytest.mark.parametrize(
    ("url", "original"),
    [
        ("http://www.taiziclub.com/info/1007/6829.htm", "http://www.hbcoal.com/info/1007/6829.htm"),
        ("http://taiziclub.com/about.htm", None),
        (
            "http://unknown.example/cnmc/xwzx/jtxw/2025/6/I1386754969679429632.html",
            "http://www.cnmc.com.cn/cnmc/xwzx/jtxw/2025/6/I1386754969679429632.html",
        ),
        ("http://www.cnmc.com.cn/cnmc/xwzx/jtxw/2025/6/I1386754969679429632.html", None),
        ("http://mine.example/info/1007/6829.htm", None),
        ("urn:sha256:00", None),
    ],
)
def test_the_original_that_a_path_names(url: str, original: str | None) -> None:
    assert original_address(url) == original


def test_only_telling_paths_are_the_same() -> None:
    assert same_path("http://a.example/t20100612_1.htm", "http://b.example/t20100612_1.htm")
    assert not same_path("http://a.example/index.htm", "http://b.example/index.htm")
