"""Make the tables of this folder again from the libraries they come from, or tell which would differ.

    python -m archive.data.remake                 every table
    python -m archive.data.remake fold.tsv        this one
    python -m archive.data.remake --check         writes nothing; exit code 1 where one differs

The libraries (OpenCC, pypinyin, jieba) are those of the dependency group `data`; nothing needs them when it
runs. The other tables are written by hand: keys and words to read a page by, campaigns, organisations.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from archive.data import make_common_han, make_fold, make_gbk_tables, make_han_bigrams

HERE = Path(__file__).parent
MAKERS: Mapping[tuple[str, ...], Callable[[], dict[str, str]]] = MappingProxyType(
    {
        ("fold.tsv",): make_fold.tables,
        ("gbk_readings.tsv", "gbk_traditional.tsv"): make_gbk_tables.tables,
        ("common_han.txt",): make_common_han.tables,
        ("han_bigrams.tsv",): make_han_bigrams.tables,
    }
)
"""The fold stands first: pairs of characters are counted folded."""


def main(arguments: Sequence[str]) -> int:
    """Write the named tables, or all; with `--check` only compare them with what is shipped."""
    wanted = {name for name in arguments if not name.startswith("-")}
    differing = []
    for names, make in MAKERS.items():
        made = make() if not wanted or wanted & set(names) else {}
        differing += [name for name, table in made.items() if _differs(name, table)]
        if "--check" not in arguments:
            for name, table in made.items():
                HERE.joinpath(name).write_text(table, "utf-8")
    print("\n".join(f"{name} differs from what its program makes" for name in differing) or "as shipped")
    return int(bool(differing) and "--check" in arguments)


def _differs(name: str, made: str) -> bool:
    """Tell whether a table is another than the shipped one; a newer Unicode may add lines to the fold."""
    path = HERE / name
    shipped = path.read_text("utf-8") if path.exists() else None
    if shipped is None or name != "fold.tsv" or unicodedata.unidata_version == make_fold.UNICODE:
        return shipped != made
    return not set(shipped.splitlines()) <= set(made.splitlines())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
