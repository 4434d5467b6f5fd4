"""The pages that every page leads to."""

from __future__ import annotations

import re

import pytest

from tests.datasette_pages.answers import Read


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/runs", [("/runs", "page")]),
        ("/campaign?name=创先争优", [("/campaigns", "true")]),
        ("/archive/articles", [("/archive", "true")]),
        ("/", []),
        ("/kwic", []),
    ],
)
def test_a_page_marks_the_room_that_it_stands_in(
    read: Read, path: str, marked: list[tuple[str, str]]
) -> None:
    rooms = read(path).text.partition("</header>")[0]
    assert re.findall(r'<a href="([^"]+)" aria-current="(\w+)"', rooms) == marked
