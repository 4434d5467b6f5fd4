from __future__ import annotations

import pytest

from archive.reading.serving.accessible import accessible


@pytest.mark.parametrize(
    ("printed", "stepped"),
    [
        ("<h1>a</h1><h3>b</h3><h2>c</h2><h3 id=x>d</h3>", "<h1>a</h1><h2>b</h2><h2>c</h2><h3 id=x>d</h3>"),
        ("<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>", "<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>"),
        ("<h3>a</h3><hr><header>b</header>", "<h1>a</h1><hr><header>b</header>"),
        ("<p>&lt;h3&gt;a</p>", "<p>&lt;h3&gt;a</p>"),
    ],
)
def test_headings_go_down_in_steps(printed: str, stepped: str) -> None:
    assert accessible(printed) == stepped


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ('<select name="_filter_column_12">', "Column to filter by"),
        ('<select name="_filter_op">', "How to compare"),
        ('<input type="text" name="_filter_value" class="filter-value">', "Value to compare with"),
        ('<select name="_sort" id="sort_by">', "Sort by"),
        ('<textarea id="sql-editor" name="sql">', "SQL query"),
    ],
)
def test_fields_have_names(field: str, label: str) -> None:
    assert f' aria-label="{label}" name=' in accessible(field)


@pytest.mark.parametrize(
    "field", ['<input type="hidden" name="_sort">', '<input type="text" id="qp1" name="sql">', "<p>name="]
)
def test_other_fields_stay_as_they_are(field: str) -> None:
    assert accessible(field) == field
