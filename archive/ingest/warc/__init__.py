"""WARC files of others: Heritrix, wget, browsertrix, or another archive of this program."""

from archive.ingest.warc.pages import FoundInWarc, exchanges_in, exchanges_of
from archive.ingest.warc.passed_over import PassedOver, Reference

__all__ = ["FoundInWarc", "PassedOver", "Reference", "exchanges_in", "exchanges_of"]
