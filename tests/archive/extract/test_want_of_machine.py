"""What the machine lacks, memory or a library, is not told as damage of a document."""

from __future__ import annotations

import builtins
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from archive.errors import MachineError
from archive.extract import extract
from crawler.samples.docx import make_docx
from crawler.samples.pdf import make_pdf

TEXT = "青山煤矿安全生产月活动总结。"

# The limit leaves room for the bytes of the document, and none for its tree.
READ = """
import resource, sys
from pathlib import Path
from archive.extract import extract
body, small = sys.stdin.buffer.read(), Path(sys.argv[1]).read_bytes()
extract(small, "urn:small")
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (16 << 20),) * 2)
try:
    print(len(extract(body, "urn:large").blocks))
except Exception as error:
    print(type(error).__name__)
"""


def _docx(paragraphs: int) -> bytes:
    small, large = zipfile.ZipFile(io.BytesIO(make_docx("题", [TEXT]))), io.BytesIO()
    with zipfile.ZipFile(large, "w", zipfile.ZIP_DEFLATED) as package:
        for name in small.namelist():
            part = small.read(name)
            last = part.rpartition(b"<w:p>")[2].partition(b"</w:p>")[0]
            more = b"<w:p>" + last + b"</w:p>"
            is_text = name == "word/document.xml"
            package.writestr(name, part.replace(more, more * paragraphs) if is_text else part)
    return large.getvalue()


def _html(paragraphs: int) -> bytes:
    return f"<html><body>{f'<p>{TEXT}</p>' * paragraphs}</body></html>".encode()


@pytest.mark.parametrize("document", [_docx, _html])
def test_want_of_memory_is_no_damage(document: Callable[[int], bytes], tmp_path: Any) -> None:
    small = tmp_path / "small"
    small.write_bytes(document(3))
    call = [sys.executable, "-c", READ, str(small)]
    read = subprocess.run(call, input=document(60_000), capture_output=True, timeout=300, check=True)
    assert read.stdout.split() == [b"MemoryError"]


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "archive.extract.documents.pdf.document", raising=False)
    whole = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "pypdfium2":
            raise ModuleNotFoundError(f"No module named {name!r}", name="pypdfium2")
        return whole(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MachineError, match="The library pypdfium2 is missing"):
        extract(make_pdf([TEXT]), "urn:x")
