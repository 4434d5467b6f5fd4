"""Texts that come as files: walking, reading, importing."""

from archive.ingest.contents import read_capture, texts_in
from archive.ingest.files import ImportedFile, read_file, readable
from archive.ingest.importer import UNNAMED, import_paths
from archive.ingest.report import Failure, ImportReport
from archive.ingest.walk import files_below

__all__ = [
    "UNNAMED",
    "Failure",
    "ImportReport",
    "ImportedFile",
    "files_below",
    "import_paths",
    "read_capture",
    "read_file",
    "readable",
    "texts_in",
]
