"""The archive on disk: evidence in WARC files, everything derived in SQLite, one writer for both."""
