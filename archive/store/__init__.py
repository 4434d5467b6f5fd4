"""The archive on disk: evidence in WARC files, everything derived in SQLite, one writer for both."""

from archive.store.archive import Archive

__all__ = ["Archive"]
