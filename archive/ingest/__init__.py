"""Texts that come as files: walking, reading, importing."""

from archive.ingest.captures import captures_in, read_capture
from archive.ingest.files import ImportedFile, read_file
from archive.ingest.importer import Failure, ImportReport, import_paths
from archive.ingest.walk import files_below

__all__ = [
    "Failure",
    "ImportReport",
    "ImportedFile",
    "captures_in",
    "files_below",
    "import_paths",
    "read_capture",
    "read_file",
]
