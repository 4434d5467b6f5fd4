"""What a page shows of the numbers that a text states."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from archive.model import BodySpan
from archive.reading.article.statements import SHOWN_QUANTITIES, Quantities, quantities_on

LINE = "全年培育骨干{:04}名。\n"
WIDTH = len(LINE.format(0))


class Looked(list[BodySpan]):
    """Blocks that count how many of them were looked at."""

    looks = 0

    def __getitem__(self, place: Any) -> Any:
        self.looks += 1
        return super().__getitem__(place)

    def __iter__(self) -> Iterator[BodySpan]:
        for place in range(len(self)):
            yield self[place]


def stated(lines: int, blocks: list[BodySpan], *, field: str = "body") -> Quantities:
    """What the page shows of a text that states a number on each line; every line is a block."""
    body = "".join(LINE.format(number) for number in range(lines))
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute(
            "CREATE TABLE article_quantities (id INTEGER PRIMARY KEY, article_id, field, start, end)"
        )
        places = [(1, field, WIDTH * line + 4, WIDTH * line + 11) for line in range(lines)]
        conn.executemany(
            "INSERT INTO article_quantities (article_id, field, start, end) VALUES (?, ?, ?, ?)", places
        )
        return quantities_on(conn, {"id": 1, "body": body}, blocks)


def lines_as_blocks(lines: int) -> Looked:
    starts = range(0, WIDTH * lines, WIDTH)
    return Looked(BodySpan(kind="paragraph", level=0, start=at, end=at + WIDTH - 1) for at in starts)


def test_each_number_names_the_paragraph_that_it_stands_in() -> None:
    found = stated(3, lines_as_blocks(3))
    assert [(each.before, each.after, each.paragraph) for each in found.shown] == [
        ("全年培育", "。", number) for number in (1, 2, 3)
    ]
    assert found.hidden == 0


@pytest.mark.parametrize("blocks", [[], [BodySpan(kind="paragraph", level=0, start=0, end=3)]])
def test_a_number_outside_of_all_blocks_names_none(blocks: list[BodySpan]) -> None:
    assert stated(1, blocks).shown[0].paragraph is None


def test_a_number_of_the_title_names_none() -> None:
    (only,) = stated(1, lines_as_blocks(1), field="title").shown
    assert (only.before, only.after, only.paragraph) == ("", "", None)


def test_a_number_looks_at_few_paragraphs_however_long_the_text() -> None:
    """It looked at all before its own: the page of a text with 84,000 numbers took 44 seconds."""
    short, long = lines_as_blocks(100), lines_as_blocks(400)
    stated(100, short)
    stated(400, long)
    assert short.looks and long.looks <= 6 * short.looks


def test_of_very_many_numbers_the_first_are_shown_and_the_others_counted() -> None:
    found = stated(SHOWN_QUANTITIES + 7, lines_as_blocks(SHOWN_QUANTITIES + 7))
    assert (len(found.shown), found.shown[-1].paragraph, found.hidden) == (
        SHOWN_QUANTITIES,
        SHOWN_QUANTITIES,
        7,
    )
