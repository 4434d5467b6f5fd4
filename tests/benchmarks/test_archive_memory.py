"""Peak memory of what goes through a whole archive, at two sizes: it must not grow with the archive.

    ARCHIVE_PAGES=1000,10000 python -m pytest tests/benchmarks/test_archive_memory.py -s

A WARC of pages of a mine is imported, and one of later visits, half of them to the same addresses, into an
archive of its own; the one is checked and rebuilt, and takes the other in.
"""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.store.archive import Archive
from tests.official_prose import OfficialProse

ROOT = Path(__file__).parents[2]
PAGES = [int(number) for number in os.environ.get("ARCHIVE_PAGES", "1000,5000").split(",")]
LETTERS = 200
MOST_GROWTH = 1.15

ANSWER = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")

RUN = """
import sys
from pathlib import Path
from crawler.cli.verbs import campaign_archive
if __name__ == "__main__":
    assert campaign_archive.main(sys.argv[1:], standalone_mode=False) == 0
    # Of this program alone: getrusage counts what the process that started it had in memory, too.
    print(int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) // 1024)
"""


def megabytes(*arguments: object) -> int:
    done = subprocess.run(
        [sys.executable, "-c", RUN, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        text=True,
    )
    return int(done.stdout.split()[-1])


def write_warc(path: Path, numbers: range, year: int) -> None:
    prose = OfficialProse(seed=year)
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for number in numbers:
            body = prose.text(LETTERS).body.replace("\n", "</p><p>")
            title = f"关于开展第{number}期“安康杯”竞赛的通知"
            text = f"<h1>{title}</h1><div>{year}-06-08 来源：石岭煤矿</div><div><p>{body}</p></div>"
            page = f"<html><title>{title}</title><body>{text}</body></html>".encode()
            record = writer.create_warc_record(
                f"http://mine.example/{f'{year}/' if number % 2 else ''}{number}.htm",
                "response",
                payload=BytesIO(page),
                length=len(page),
                http_headers=ANSWER,
                warc_headers_dict={"WARC-Date": f"{year}-07-01T00:00:00Z"},
            )
            writer.write_record(record)


def peaks(pages: int, place: Path) -> dict[str, int]:
    place.mkdir()
    ours, theirs = place / "ours", place / "theirs"
    for year, name in ((2020, "first"), (2021, "second")):
        write_warc(place / f"{name}.warc.gz", range(pages), year)
    megabytes("import", "--all-pages", "--site", "papers", place / "second.warc.gz", "--data", theirs)
    spent = {
        "import": megabytes("import", "--all-pages", place / "first.warc.gz", "--data", ours),
        "check": megabytes("check", "--data", ours),
        "rebuild": megabytes("rebuild", "--data", ours),
        "merge": megabytes("import", theirs, "--data", ours),
    }
    with Archive.open_read_only(ours) as archive:
        assert archive.db.table("articles").count == pages + pages // 2
    return spent


def test_peak_memory_is_flat(tmp_path: Path) -> None:
    at = {pages: peaks(pages, tmp_path / str(pages)) for pages in PAGES}
    print("\nMB for pages" + "".join(f"{pages:10,}" for pages in PAGES))
    for verb in at[PAGES[0]]:
        print(f"{verb:12}" + "".join(f"{at[pages][verb]:10}" for pages in PAGES))
    for verb, least in at[PAGES[0]].items():
        assert max(at[pages][verb] for pages in PAGES) <= MOST_GROWTH * least, verb
