from __future__ import annotations

from typing import Any

import pytest

from archive.copies.earliest import first_of_all

TEXT = {"published_at": "2010-06-12", "flags": "", "site_kind": "mine", "original_id": None, "key": "m"}


@pytest.mark.parametrize(
    "other",
    [
        {"published_at": "2010-06-13"},
        {"published_at": None},
        {"site_kind": "mirror"},
        {"site_kind": "essay_mill"},
        {"flags": "low mirror"},
        {"original_id": 7},
        {"published_at": "2010-06-12T08:00", "key": "z"},
        {"key": "z"},
    ],
)
def test_the_first_of_two(other: dict[str, Any]) -> None:
    later = {**TEXT, "key": "a", **other}
    assert min(later, TEXT, key=first_of_all) is TEXT


@pytest.mark.parametrize(
    "other", [{"published_at": "2010-06-11", "site_kind": "mirror", "original_id": 7}, {"key": "a"}]
)
def test_who_has_it_earlier_is_first_whoever_it_is(other: dict[str, Any]) -> None:
    earlier = {**TEXT, **other}
    assert min(TEXT, earlier, key=first_of_all) is earlier
