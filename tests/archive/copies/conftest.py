from __future__ import annotations

import pytest

from tests.official_prose import OfficialProse


@pytest.fixture
def prose() -> OfficialProse:
    return OfficialProse(seed=4)
