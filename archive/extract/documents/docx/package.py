"""The parts of a Word file that hold its text, whatever else in its package is missing or misnamed.

WPS and many a converter leave relations to pictures that are not there (`../NULL`); templates, files with
macros and "Strict" files differ from any other .docx by names alone.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from archive.extract.documents.docx.wordml import W

_PARTS = ("styles", "numbering", "footnotes", "endnotes")
_MAIN = re.compile(r"word/document\d*\.xml")
_STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPackage:
    """What of a package is read."""

    body: etree._Element
    """`w:body`."""
    parts: Mapping[str, etree._Element]
    """The roots of `styles`, `numbering`, `footnotes` and `endnotes`, those that there are."""
    has_pictures: bool


class _Relation(NamedTuple):
    kind: str
    """The last step of its type's address: `styles`, `image`."""
    target: str
    """The name of a member."""


def read_package(package: zipfile.ZipFile) -> WordPackage:
    """Read the main part and those beside it.

    Raises KeyError where there is no main part, or no body in it, and XMLSyntaxError where a part is broken.
    """
    # Some packers write the separators of Windows, or names from the root.
    names = {name.replace("\\", "/").lstrip("/"): name for name in package.namelist()}
    main = _main_part(package, names)
    body = _parse(package, names[main]).find(W + "body")
    if body is None:
        raise KeyError(f"{main} has no w:body")
    relations = list(_relations(package, names, main))
    targets = {kind: posixpath.join(posixpath.dirname(main), f"{kind}.xml") for kind in _PARTS}
    targets |= {relation.kind: relation.target for relation in relations if relation.kind in _PARTS}
    return WordPackage(
        body=body,
        parts={kind: _parse(package, names[target]) for kind, target in targets.items() if target in names},
        has_pictures=any(relation.kind == "image" for relation in relations),
    )


def _main_part(package: zipfile.ZipFile, names: Mapping[str, str]) -> str:
    stated = (each.target for each in _relations(package, names, "") if each.kind == "officeDocument")
    usual = (name for name in names if _MAIN.fullmatch(name))
    found = next((name for name in (*stated, *usual) if name in names), None)
    if found is None:
        raise KeyError("word/document.xml is missing")
    return found


def _relations(package: zipfile.ZipFile, names: Mapping[str, str], part: str) -> Iterator[_Relation]:
    """Yield what a part is related to, within the package; `part` is empty for the package itself."""
    folder, name = posixpath.split(part)
    stated = posixpath.join(folder, "_rels", f"{name}.rels")
    for relation in _parse(package, names[stated]) if stated in names else ():
        target = posixpath.join("/", folder, relation.get("Target", ""))
        if relation.get("TargetMode") != "External":
            yield _Relation(
                relation.get("Type", "").rpartition("/")[2], posixpath.normpath(target).lstrip("/")
            )


def _parse(package: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(package.read(name).replace(*_STRICT), parser)
