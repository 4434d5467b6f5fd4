"""Word files before 2007, and RTF, read by the converter that the machine has: antiword, catdoc, LibreOffice.

An RTF file is as often named .doc; what one converter refuses the next may read.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from archive.extract.documents.plain_text import extract_plain_text
from archive.model import Extraction

_TIMEOUT = 120
"""Seconds; LibreOffice takes ten to start."""
_TO_STANDARD_OUTPUT = (("antiword", "-w", "0", "-m", "UTF-8.txt"), ("catdoc", "-w", "-d", "utf-8"))
_OFFICE = ("soffice", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir")


def extract_doc(body: bytes, url: str) -> Extraction:
    """Return the lines of a .doc as paragraphs.

    `unreadable` with the warning `unread_doc` where no converter is installed, or none can read the file:
    its bytes are kept, so it can be read again once there is one.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.doc"
        file.write_bytes(body)
        text = _convert(file)
    read = extract_plain_text(text, url)
    if read.kind == "empty":
        return Extraction(url=url, kind="unreadable", confidence="low", warnings=("unread_doc",))
    return replace(read, blocks=tuple(block for block in read.blocks if block.text.strip()), charset=None)


def has_converter() -> bool:
    """Tell whether this machine has a program that reads such files."""
    return any(shutil.which(program) for program, *_ in (*_TO_STANDARD_OUTPUT, _OFFICE))


def _convert(file: Path) -> bytes:
    for program, *options in _TO_STANDARD_OUTPUT:
        if shutil.which(program) and (text := _run([program, *options, str(file)])).strip():
            return text
    if shutil.which(_OFFICE[0]):
        _run([*_OFFICE, str(file.parent), str(file)])
    converted = file.with_suffix(".txt")
    return converted.read_bytes() if converted.exists() else b""


def _run(command: list[str]) -> bytes:
    try:
        return subprocess.run(command, capture_output=True, timeout=_TIMEOUT, check=True).stdout
    except (subprocess.SubprocessError, OSError):
        # A converter that fails or hangs leaves the file to the next one.
        return b""
