"""What a blog's links say by their `rel`: `<a rel="author">老石头</a>`, `<a rel="category tag">矿区文化</a>`.

`author` is HTML's own; WordPress and what imitates it print `category` beside or below each text.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from archive.byline import names_nobody
from archive.extract.element_text import text_of
from archive.extract.page import Page
from archive.model import FieldName

_AUTHOR, _CATEGORY = "author", "category"
_LONGEST = 20


def fields_of_links(page: Page) -> dict[FieldName, str]:
    """Return author and section; no author where links name several: a list of related texts has its own."""
    named = list(_named(page.tree))
    authors = {name for relation, name in named if relation == _AUTHOR}
    sections = [name for relation, name in named if relation == _CATEGORY]
    fields: dict[FieldName, str] = {}
    if len(authors) == 1 and not names_nobody(*authors):
        fields["author"] = authors.pop()
    if sections:
        fields["section"] = sections[0]
    return fields


def _named(tree: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield of each link of one of the two relations which it is, and whom or what the link names."""
    related = ((link, rel.split()) for link in tree.iter("a") if (rel := link.get("rel")))
    for link, relations in related:
        relation = next((each for each in (_AUTHOR, _CATEGORY) if each in relations), None)
        if relation and 0 < len(name := text_of(link)) <= _LONGEST:
            yield relation, name
