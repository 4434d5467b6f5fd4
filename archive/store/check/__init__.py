"""Is the archive sound? Database, search index, evidence and frontier against each other."""

from archive.store.check.check import check
from archive.store.check.findings import Check, Fault, Finding, Remark

__all__ = ["Check", "Fault", "Finding", "Remark", "check"]
