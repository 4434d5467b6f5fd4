"""Captures read back from the WARC files."""

from __future__ import annotations

from pathlib import Path

from archive import article
from archive.extract.rules import Rules, versions
from archive.model import Extraction
from archive.store.warc import reader


class KeptCaptures:
    """The captures of one site, read with the site's rules as they are today."""

    def __init__(self, directory: Path, rules: Rules = None) -> None:
        self._directory = directory
        self._rules = versions(rules)

    def extraction(self, warc_file: str, offset: int) -> Extraction:
        """Return what a reader makes of one record; raises `DamageError` where it is not intact."""
        found = reader.read(self._directory / warc_file, offset)
        return article.read(found.record.exchange.capture(), self._rules)
