"""What is shipped in archive/data is what its programs make."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import archive.data
from archive.data.remake import MAKERS

DATA = Path(archive.data.__file__).parent
BY_HAND = {
    *("byline_keys.tsv", "han_variants.txt"),
    *("campaigns.tsv", "no_campaigns.tsv", "organisations.tsv", "catalogue_words.tsv", "relevance.tsv"),
    *("genres.tsv", "provinces.tsv"),
    *("quantity_words.tsv", "measuring_units.tsv"),
}


def test_every_table_is_what_its_program_makes() -> None:
    """In a process of its own: the libraries' own tables take a hundred megabytes."""
    made = subprocess.run(
        [sys.executable, "-m", "archive.data.remake", "--check"], check=False, capture_output=True, text=True
    )
    assert (made.stdout, made.returncode) == ("as shipped\n", 0), made.stderr


def test_every_table_has_a_program_or_is_written_by_hand() -> None:
    shipped = {path.name for path in DATA.iterdir() if path.suffix in (".tsv", ".txt")}
    assert shipped == {name for names in MAKERS for name in names} | BY_HAND
