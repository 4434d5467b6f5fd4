"""One export in a process of its own: export_peer.py ARCHIVE FORMAT QUERY > {"count", "megabytes", ...}

The peak of its memory is the export's: nothing else runs there.
"""

import json
import resource
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from archive.reading.export import FORMATS
from archive.reading.export.concordance_lines import open_lines
from archive.reading.export.listing import open_listing
from archive.search.selection.request import SearchRequest

HOME = "http://127.0.0.1:8001"

database, ending, query = sys.argv[1:]
request = SearchRequest(query=query)
with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, isolation_level=None)) as conn:
    begun = time.process_time()
    if ending == "kwic.csv":
        lines = open_lines(conn, {"q": [query]}, HOME)
        count, written = len(lines.places), lines.write()
    else:
        listing = open_listing(conn, request, HOME, f"{HOME}/search")
        count, written = listing.count, FORMATS[ending].write(listing)
    size = sum(map(len, written))
    spent = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
json.dump({"count": count, "megabytes": size / 1e6, "seconds": spent, "peak": peak}, sys.stdout)
