"""A crawl for the readers of `test_readers.py` to read beside: crawl_peer.py DATA PAGES_A_SECOND

It saves articles through the recorder, as the crawler does, until it is terminated, and prints each error.
"""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

from archive.model import Block, Extraction
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow, Visit

TEXT = "井下各采区运转正常，安全生产月活动按期开展。班组每日碰头，盯住运输、排水和通风。\n" * 35


def visit(number: int) -> Visit:
    url = f"http://busy.example/{number}.html"
    body = TEXT + f"第{number}期"
    exchange = Exchange(
        url=url,
        captured_at="2026-10-03T03:00:00Z",
        status=200,
        status_line="200 OK",
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        wire=body.encode(),
        mime="text/html",
    )
    blocks = tuple(Block(kind="paragraph", text=line) for line in body.splitlines())
    extraction = Extraction(
        url=url, kind="article", title=f"简报{number}", blocks=blocks, fields={}, charset="utf-8"
    )
    return Visit(url=url, kind="article", exchange=exchange, extraction=extraction)


def main(directory: Path, pages_a_second: float) -> None:
    with Archive.open(directory) as archive:
        site = SiteRow(name="busy", title="繁忙煤矿", kind="mine", home="http://busy.example/")
        recorder = Recorder.begin(archive, site, "crawl")
        begun = time.monotonic()
        for number in count():
            recorder.save(visit(number))
            time.sleep(max(0, begun + number / pages_a_second - time.monotonic()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
