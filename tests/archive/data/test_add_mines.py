from __future__ import annotations

import csv
import io

import pytest

from archive.data.add_mines import HEADINGS, TABLE, new_rows

COLUMNS = {what: headings[0] for what, headings in HEADINGS.items()}


def _mine(**cells: str) -> dict[str, str]:
    return {heading: cells.get(what, "") for what, heading in COLUMNS.items()}


def test_a_new_mine_belongs_to_its_listed_owner() -> None:
    table = TABLE.read_text("utf-8")
    tracker = [
        _mine(
            number="M9001", name="松坪煤矿", owner="攀枝花煤业（集团）有限责任公司 [100%]", country="China"
        ),
        _mine(number="M9002", name="柴里煤矿", country="China"),
        _mine(number="M9003", name="Green Hill", country="Australia"),
    ]
    (row,) = new_rows(table, tracker)
    heading = next(line for line in table.splitlines() if not line.startswith("#")).split("\t")
    cells = dict(zip(heading, row, strict=True))
    assert (cells["name"], cells["parent"], cells["source"]) == ("松坪煤矿", "攀煤公司", "GEM M9001")


def test_a_release_as_it_is_described() -> None:
    """Headings of May 2026, an owner in English, dashes for nothing, a row for each phase."""
    file = (
        "GEM Mine ID,Country / Area,Mine Name,Mine Name AKAs,Mine Name (Non-ENG),Complex Name,Status,"
        'Project Phase,Owners,Owners (Non-ENG),Parent Company,"State, Province","Prefecture, District"\n'
        "M9001,China,Pine,-,青松坪煤矿,-,Operating,1,Pine Coal [100%],-,Pine Group,Inner Mongolia,Ordos\n"
        "M9001,China,Pine,-,青松坪煤矿,-,Proposed,2,Pine Coal [100%],-,Pine Group,Inner Mongolia,Ordos\n"
        "M9002,China,Nameless,-,-,-,Operating,1,Green Pine Coal [100%],-,Green Group,Shanxi,Datong\n"
    )
    table = TABLE.read_text("utf-8")
    (row,) = new_rows(table, csv.DictReader(io.StringIO(file)))
    heading = next(line for line in table.splitlines() if not line.startswith("#")).split("\t")
    cells = dict(zip(heading, row, strict=True))
    assert (cells["name"], cells["full_name"], cells["parent"]) == ("青松坪煤矿", "青松坪煤矿", "")
    assert (cells["province"], cells["source"]) == ("内蒙古", "GEM M9001")


def test_another_table_is_told_by_its_columns() -> None:
    with pytest.raises(SystemExit, match=r"no column GEM Mine ID .* Its columns: Ore"):
        list(new_rows(TABLE.read_text("utf-8"), [{"Ore": "iron"}]))
