"""All captures in one file that replay programs open: Web Archive Collection Zipped, version 1.1.1.

https://specs.webrecorder.net/wacz/1.1.1/: WARC files, their index, a list of pages, and the digest of each.
Nothing is held in memory but one record. What was removed on request is not in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import gmtime
from typing import IO, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from archive.store.archive import Archive
from archive.store.clock import now
from archive.store.export.cdxj import Index
from archive.store.export.own_files import require_other_place
from archive.store.export.packed_warc import LeftOut, PackedWarc
from archive.store.failures import told
from archive.store.progress import Progress, unseen
from archive.store.rows import select
from archive.store.run_files.warc_files import ends

_VERSION = "1.1.1"

_PAGES = """
SELECT articles.key AS id, articles.url, articles.title, captures.captured_at AS ts
FROM articles JOIN article_captures ON article_id = articles.id AND position = 0
JOIN captures ON captures.id = capture_id ORDER BY articles.id
"""


def export_wacz(directory: Path, target: Path, *, progress: Progress = unseen) -> int:
    """Write the captures of the archive in `directory` into the file `target`; return how many.

    A crawl may go on meanwhile. `progress` is told how many bytes of how many are packed. Raises
    `DamageError` where a WARC file is not whole, `CallError` where `target` is one of the archive's own
    files; nothing is written then.
    """
    require_other_place(directory, target)
    unfinished = target.with_name(f"{target.name}.part")
    with Archive.open_read_only(directory) as archive, told(target):
        archive.db.execute("BEGIN")
        try:
            with ZipFile(unfinished, "w") as package:
                count = _Wacz(package).write(archive, progress)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    return count


class _Wacz:
    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._resources: list[dict[str, object]] = []

    def write(self, archive: Archive, progress: Progress) -> int:
        with Index() as index:
            count = self._warc_files(archive, index, progress)
            with self._entry("indexes/index.cdx.gz", ZIP_STORED) as out:
                places = list(index.write(out))
        self._lines(
            "indexes/index.idx", ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n'], places
        )
        self._lines("pages/pages.jsonl", _pages(archive))
        self._describe(archive)
        return count

    def _warc_files(self, archive: Archive, index: Index, progress: Progress) -> int:
        known = ends(archive.db)
        left_out = LeftOut.of(archive.db)
        done, total, count = 0, sum(known.values()), 0
        for name, end in known.items():
            with self._entry(f"archive/{name}", ZIP_STORED) as out:
                count += PackedWarc(archive, name, end, left_out, index).write(out)
            done += end
            progress(done, total)
        return count

    def _lines(self, path: str, *lines: Iterable[str]) -> None:
        with self._entry(path, ZIP_DEFLATED) as out:
            for some in lines:
                out.writelines(line.encode() for line in some)

    @contextmanager
    def _entry(self, path: str, compression: int) -> Iterator[BinaryIO]:
        """A file of the package; when it is through, the package's description has its digest."""
        info = ZipInfo(path, gmtime()[:6])
        info.compress_type = compression
        with self._package.open(info, "w", force_zip64=True) as out:
            digesting = _Digesting(out)
            yield cast(BinaryIO, digesting)
        name = path.rpartition("/")[2].lower()
        self._resources.append(
            {"name": name, "path": path, "hash": digesting.digest(), "bytes": digesting.tell()}
        )

    def _describe(self, archive: Archive) -> None:
        sites = [title for (title,) in archive.db.execute("SELECT title FROM sites ORDER BY id")]
        description = {
            "profile": "data-package",
            "wacz_version": _VERSION,
            "title": "、".join(sites),
            "created": now(),
            "software": "campaign-archive",
            "resources": self._resources,
        }
        text = json.dumps(description, ensure_ascii=False, indent=2).encode()
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(text).hexdigest()}"}
        for path, content in (("datapackage.json", text), ("datapackage-digest.json", json.dumps(digest))):
            self._package.writestr(ZipInfo(path, gmtime()[:6]), content, ZIP_DEFLATED)


class _Digesting:
    """A stream that knows how much went through it, and its digest."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._sha256 = hashlib.sha256()
        self._bytes = 0

    def write(self, data: bytes) -> int:
        self._sha256.update(data)
        self._bytes += len(data)
        return self._out.write(data)

    def writelines(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            self.write(line)

    def tell(self) -> int:
        return self._bytes

    def flush(self) -> None:
        """Nothing waits here."""

    def digest(self) -> str:
        return f"sha256:{self._sha256.hexdigest()}"


def _pages(archive: Archive) -> Iterator[str]:
    yield '{"format": "json-pages-1.0", "id": "pages", "title": "Articles"}\n'
    for row in select(archive.db, _PAGES):
        yield json.dumps({**row, "title": row["title"] or row["url"]}, ensure_ascii=False) + "\n"
