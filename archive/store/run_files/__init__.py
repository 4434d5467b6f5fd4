"""The WARC files that the runs write: how they are named, filled, and cleared of what a dead run left."""
