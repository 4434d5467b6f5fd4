from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.language import choose


@pytest.mark.parametrize(
    ("asked", "remembered", "accepted", "chosen"),
    [
        ("en", "zh", "zh-CN", "en"),
        ("fr", "en", "zh-CN", "en"),
        (None, None, "de-DE, en;q=0.7, zh;q=0.9", "zh"),
        (None, None, "de, en-GB;q=0.5", "en"),
        (None, None, "zh;q=0, en;q=0.1", "en"),
        (None, None, "de", "zh"),
        (None, "", "en;q=x", "zh"),
        (None, None, None, "zh"),
    ],
)
def test_choice(asked: str | None, remembered: str | None, accepted: str | None, chosen: str) -> None:
    assert choose(asked=asked, remembered=remembered, accepted=accepted) == chosen


@given(st.text())
def test_no_header_is_an_error(accepted: str | None) -> None:
    assert choose(asked=None, remembered=None, accepted=accepted) in ("zh", "en")
