"""Pages in WACZ files: several WARC files in a ZIP, with the digest of each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile
from zlib import error as DeflateError  # noqa: N812

from archive.errors import InputError
from archive.ingest.files import warc_files_in
from archive.ingest.warc import FoundInWarc, exchanges_of

_REMEDY = "Fetch the file again; importing it once more adds only what is missing"


def exchanges_in_wacz(path: Path) -> Iterator[FoundInWarc]:
    """Yield what stands in the WARC files of a WACZ file, as `exchanges_in` does of one."""
    try:
        with ZipFile(path) as package:
            stated = _stated_digests(package)
            for name in warc_files_in(package):
                yield from _of_member(package, name, f"{path}/{name}", stated.get(name))
    # zipfile says RuntimeError of what is encrypted, or packed in a way that it does not know.
    except (BadZipFile, OSError, EOFError, DeflateError, RuntimeError) as error:
        yield InputError(f"{path} is cut or damaged ({error})", remedy=_REMEDY)


def _of_member(package: ZipFile, name: str, shown: str, stated: str | None) -> Iterator[FoundInWarc]:
    """A wrong digest is told, and what can be read is taken all the same."""
    if stated is not None:
        with package.open(name) as stream:
            digest = hashlib.file_digest(cast(BufferedReader, stream), "sha256").hexdigest()
        if stated != f"sha256:{digest}":
            yield InputError(f"{shown} has not the digest that the package states", remedy=_REMEDY)
    with package.open(name) as stream:
        yield from exchanges_of(cast(BinaryIO, stream), shown)


def _stated_digests(package: ZipFile) -> dict[str, str]:
    """SHA-256 only; a package without a description, or with other digests, is read all the same."""
    try:
        description = json.loads(package.read("datapackage.json"))
        resources = {part["path"]: part["hash"] for part in description["resources"]}
    except (KeyError, ValueError, TypeError):
        return {}
    return {path: digest for path, digest in resources.items() if digest.startswith("sha256:")}
