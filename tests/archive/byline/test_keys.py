"""The table of keys is the only place that has them: what is said of some of them is said of its keys."""

from __future__ import annotations

import pytest

from archive.byline import byline
from archive.byline.keys import fields_by_key, key_pattern, keys_of


@pytest.mark.parametrize("keys", [byline._WEAK_DATE_KEYS, byline._OF_A_NOTICE, byline._OF_A_FORM])
def test_every_key_is_one_of_the_table(keys: tuple[str, ...] | frozenset[str]) -> None:
    assert set(keys) <= fields_by_key().keys()


def test_every_key_is_found_behind_a_blank() -> None:
    for key in fields_by_key():
        found = key_pattern().search(f"2012-06-13 {key}: 李明")
        assert found is not None
        assert found[0].rstrip(": /") == key.rstrip("/")


def test_the_keys_of_a_field() -> None:
    assert {"责任编辑", "责编"} <= set(keys_of("editor"))
    assert not {"作者", "来源"} & set(keys_of("editor"))
