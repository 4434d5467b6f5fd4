from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.wording.language import choose, language, tables


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


def test_every_string_has_one_name() -> None:
    names = Counter(line.partition("\t")[0] for table in tables().values() for line in table)
    assert [name for name, count in names.items() if count > 1] == []


def test_strings_of_one_subject_stand_together() -> None:
    """But for values: of some groups a page has strings of its own beside the names of stored values."""
    pages = [lines for name, lines in tables().items() if name != "values.tsv"]
    groups = [
        group for lines in pages for group, _ in groupby(lines, lambda line: re.split(r"[.\t]", line)[0])
    ]
    assert [group for group, count in Counter(groups).items() if count > 1] == []


def test_one_thing_is_not_told_as_several() -> None:
    english = language("en")
    assert english.say("collapse.and", count=1) == english.say("collapse.and", count="1") == "and 1 copy"
    assert english.say("collapse.and", count=11) == "and 11 copies"
    assert english.say("article.chars", count="-1") == "-1 character"


@given(st.text())
def test_no_header_is_an_error(accepted: str | None) -> None:
    assert choose(asked=None, remembered=None, accepted=accepted) in ("zh", "en")
