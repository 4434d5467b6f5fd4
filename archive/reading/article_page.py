"""Everything that the page of one article shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from archive.model import BodySpan, Edit, Gap
from archive.reading.citation import gb7714
from archive.reading.differences import ChangedLine, compare
from archive.reading.paragraphs import Paragraph, Span, paragraphs
from archive.reading.repairs import RuleEdits, by_rule

Row: TypeAlias = Mapping[str, object]
"""One row of a table, by column name; see docs/schema.md."""
