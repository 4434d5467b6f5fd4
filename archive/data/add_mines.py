"""Adds the mines of Global Energy Monitor's Global Coal Mine Tracker to organisations.tsv.

    python archive/data/add_mines.py tracker.csv

The tracker (CC BY 4.0) is not part of this repository: ask for it at
https://globalenergymonitor.org/projects/global-coal-mine-tracker/download-data/ and save its sheets of mines
("Non-closed mines", "Closed mines") as CSV in UTF-8. Its columns are found by their headings, described at
https://api.globalenergymonitor.org/catalog/metadata/coal-mines (May 2026). A cell without a value is empty or
holds a dash, a mine has a row for each of its phases, owners may be told in English alone. A mine that the
table has already, by whichever of its names, is left as it is; every row that is added names the mine's
number in the tracker as its source.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parent / "organisations.tsv"
PROVINCES: Final = Path(__file__).parent / "provinces.tsv"

_HAN: Final = re.compile("[一-鿿]")
_NO_VALUE: Final = ("-", "N/A", "NA", "unknown")

HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "number": ("GEM Mine ID", "Mine IDs", "Mine ID"),
    "name": ("Mine Name (Non-ENG)", "Mine Name (Non-English)", "Mine Name (Chinese)"),
    "owner": ("Owners (Non-ENG)", "Owners (Non-English)"),
    "province": ("State, Province", "State/Province", "StateProvince"),
    "country": ("Country / Area", "Country/Area", "Country"),
}
"""What is read, and the headings that it has had in the tracker's releases."""


def main() -> None:
    """Append the mines of the tracker that the table does not have."""
    if len(sys.argv) != 2:
        sys.exit("Name the tracker's CSV: python archive/data/add_mines.py tracker.csv")
    table = TABLE.read_text("utf-8")
    with Path(sys.argv[1]).open(encoding="utf-8-sig", newline="") as file:
        added = list(new_rows(table, csv.DictReader(file)))
    with TABLE.open("a", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in added)
    print(f"{len(added)} mines added; now run `campaign-archive rebuild --catalogue` on each archive")


def new_rows(table: str, tracker: Iterable[Mapping[str, str]]) -> Iterator[list[str]]:
    """Yield a row of the table for each Chinese mine of the tracker that `table` doesn't have."""
    heading, *rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    listed = [dict(zip(heading, row, strict=True)) for row in rows]
    known = {name for row in listed for name in _names(row)}
    firms = {name: row["name"] for row in listed if row["kind"] != "mine" for name in _names(row)}
    for mine in tracker:
        read = {what: _cell(mine, what) for what in HEADINGS}
        if read["country"] == "China" and _HAN.search(read["name"]) and read["name"] not in known:
            known.add(read["name"])
            yield [_row(read, firms).get(column, "") for column in heading]


def _row(read: Mapping[str, str], firms: Mapping[str, str]) -> dict[str, str]:
    owner = read["owner"].partition("[")[0].partition(";")[0].strip()
    owner = owner if _HAN.search(owner) else ""
    return {
        "name": read["name"],
        "full_name": f"{owner}{read['name']}" if owner and owner not in read["name"] else read["name"],
        "kind": "mine",
        "parent": firms.get(owner, ""),
        "province": _provinces().get(read["province"].removesuffix(" Province"), read["province"]),
        "source": f"GEM {read['number']}",
    }


@cache
def _provinces() -> Mapping[str, str]:
    """Chinese names by English ones."""
    lines = PROVINCES.read_text("utf-8").splitlines()[2:]
    return {english: name for name, english in (line.split("\t") for line in lines)}


def _names(row: Mapping[str, str]) -> set[str]:
    return {row["name"], row["full_name"], *row["aliases"].split("|"), *row["weak"].split("|")} - {""}


def _cell(mine: Mapping[str, str], what: str) -> str:
    for heading in HEADINGS[what]:
        if heading in mine:
            cell = (mine[heading] or "").strip()
            return "" if cell in _NO_VALUE else cell
    sys.exit(f"The tracker has no column {' or '.join(HEADINGS[what])}. Its columns: {', '.join(mine)}")


if __name__ == "__main__":
    main()
