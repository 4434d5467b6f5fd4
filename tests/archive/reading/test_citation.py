from __future__ import annotations

import pytest

from archive.reading.citation import gb7714

ARTICLE = {
    "author": None,
    "source": None,
    "site_name": None,
    "title": "安全生产月活动方案",
    "published_at": None,
    "url": "http://mine.example/1.htm",
}


@pytest.mark.parametrize(
    ("fields", "cited"),
    [
        ({}, "安全生产月活动方案[EB/OL]. [2026-10-03]. http://mine.example/1.htm."),
        ({"author": "甲 乙"}, "甲,乙. 安全生产月活动方案[EB/OL]. [2026-10-03]. http://mine.example/1.htm."),
        (
            {"author": "甲 乙 丙 丁"},
            "甲,乙,丙,等. 安全生产月活动方案[EB/OL]. [2026-10-03]. http://mine.example/1.htm.",
        ),
        (
            {"source": "宣传部", "published_at": "2010-06-12T08:00"},
            "宣传部. 安全生产月活动方案[EB/OL]. (2010-06-12)[2026-10-03]. http://mine.example/1.htm.",
        ),
        ({"title": None, "site_name": "某网"}, "某网. 无题[EB/OL]. [2026-10-03]. http://mine.example/1.htm."),
    ],
)
def test_gb7714(fields: dict[str, str | None], cited: str) -> None:
    assert gb7714({**ARTICLE, **fields}, "2026-10-03T02:14:07Z") == cited
