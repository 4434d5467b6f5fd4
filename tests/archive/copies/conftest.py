from __future__ import annotations

import pytest

from crawler.samples.official_prose import OfficialProse


@pytest.fixture
def prose() -> OfficialProse:
    return OfficialProse(seed=4)
