from __future__ import annotations

import pytest

from archive.byline.names import may_be_name, read_names


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("李明", "李明"),
        ("李明王强", "李明 王强"),
        ("高　原、李明", "高原 李明"),
        # Words that begin with a surname.
        ("石油", None),
        ("李明 高中", None),
        ("黄河李明", None),
        ("李明a", None),
        ("", None),
    ],
)
def test_read_names(printed: str, names: str | None) -> None:
    assert read_names(printed) == names


@pytest.mark.parametrize("word", ["", "石油", "节选"])
def test_what_is_no_name(word: str) -> None:
    assert not may_be_name(word)
