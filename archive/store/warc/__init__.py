"""Records of WARC/1.1 and the files they stand in; nothing here knows the database."""

from archive.store.warc.record import Original, Place, Record

__all__ = ["Original", "Place", "Record"]
