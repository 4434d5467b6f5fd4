"""The units that quantities are stated in (measuring_units.tsv)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias, cast

from archive.catalogue.table import read_table, values

Measures: TypeAlias = Literal["things", "sums", "shares"]
"""Things are counted (名, 个, 次), sums are measured (吨, 元, 米), shares have a % sign."""


@cache
def units() -> Mapping[str, tuple[str, Measures]]:
    """Return of each written form of a unit (folded) the unit as stated, and what it measures."""
    return {
        written: (row["unit"], cast(Measures, row["measures"]))
        for row in read_table("measuring_units.tsv")
        for written in values(row["written"])
    }


def unit_pattern() -> str:
    """Return the written forms as a regular expression, the longest first."""
    return "|".join(map(re.escape, sorted(units(), key=len, reverse=True)))
