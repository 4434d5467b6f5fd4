"""A whole list of results as one file: what the search page shows, all of it, in its order.

Every file says which search it answers, when it was made and how many articles it must hold, so that one
that was cut off on its way can be told from a whole one. All are written row by row: a list of any length
takes the memory of a few rows.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Final

from archive.reading.article.citation import REFERENCES
from archive.reading.export.bibliography import write_bibtex, write_gb7714, write_ris
from archive.reading.export.listing import Listing
from archive.reading.export.objects import write_json, write_json_lines
from archive.reading.export.spreadsheet import write_csv
from archive.reading.export.texts import write_zip


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file."""

    mime: str
    write: Callable[[Listing], Generator[bytes]]


FORMATS: Final[Mapping[str, Format]] = {
    "csv": Format("text/csv; charset=utf-8", write_csv),
    "json": Format("application/json; charset=utf-8", write_json),
    "jsonl": Format("application/x-ndjson; charset=utf-8", write_json_lines),
    "zip": Format("application/zip", write_zip),
    "bib": Format(REFERENCES["bib"].mime, write_bibtex),
    "ris": Format(REFERENCES["ris"].mime, write_ris),
    "gb7714.txt": Format("text/plain; charset=utf-8", write_gb7714),
}
"""By the end of the address: `/search.csv?q=…`."""
