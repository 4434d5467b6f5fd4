from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from archive.reading.export.guarded_csv import GuardedCsv

CELLS = st.text(st.sampled_from("=+-@\t\r\n\",a安1. '"), max_size=6)


def written(rows: list[list[str]]) -> bytes:
    table = io.StringIO()
    csv.writer(table).writerows(rows)
    return table.getvalue().encode()


def guarded(table: bytes, size: int) -> str:
    guard = GuardedCsv()
    pieces = [guard.feed(table[start : start + size]) for start in range(0, len(table), size)]
    return b"".join([*pieces, guard.finish()]).decode("utf-8-sig")


@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), max_size=4), st.integers(1, 9))
def test_no_cell_is_a_formula_and_nothing_else_changes(rows: list[list[str]], size: int) -> None:
    found = list(csv.reader(io.StringIO(guarded(written(rows), size), newline="")))
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    for row in found:
        for cell in row:
            assert not cell.startswith(("=", "@", "\t", "\r"))
            assert not cell.startswith(("+", "-")) or cell[1:].replace(".", "").isdigit()


def test_a_spreadsheet_knows_it_for_utf_8() -> None:
    guard = GuardedCsv()
    pieces = [guard.feed("标题\r\n".encode()), guard.feed("安全\r\n".encode()), guard.finish()]
    assert b"".join(pieces).decode() == "\ufeff标题\r\n安全\r\n"


def test_numbers_stay_numbers() -> None:
    assert guarded(b"-3,+2.5,-3+cmd,1e-9\r\n", 4) == "-3,+2.5,'-3+cmd,1e-9\r\n"


def test_a_last_line_without_an_end_is_kept() -> None:
    assert guarded("a,=b\r\n安,=c".encode(), 2) == "a,'=b\r\n安,'=c"


def test_a_long_text_is_one_cell() -> None:
    table = written([["key", "安全，\n" * 60_000]])
    assert guarded(table, 65_536) == table.decode()
