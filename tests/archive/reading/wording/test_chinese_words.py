from __future__ import annotations

import pytest

from archive.reading.wording.chinese_words import chinese_told


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        (
            "“安全” and not “化工、矿”",
            '“<span lang="zh">安全</span>” and not “<span lang="zh">化工、矿</span>”',
        ),
        ('<a title="安全">safe</a> 2010', '<a title="安全">safe</a> 2010'),
        ("<code>党</code>，A", '<code><span lang="zh">党</span></code>，A'),
        ("创?争优 or 安全 生产 A", '<span lang="zh">创?争优</span> or <span lang="zh">安全 生产</span> A'),
        ("&lt;安&gt;", '&lt;<span lang="zh">安</span>&gt;'),
    ],
)
def test_chinese_between_tags_says_so(markup: str, told: str) -> None:
    assert chinese_told(markup) == told
