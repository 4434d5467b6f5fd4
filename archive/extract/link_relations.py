"""What a blog's links say by their `rel`: `<a rel="author">老石头</a>`, `<a rel="category tag">矿区文化</a>`.

`author` is HTML's own; WordPress and what imitates it print `category` beside or below each text.
"""

from __future__ import annotations

from archive.byline import names_nobody
from archive.extract.element_text import text_of
from archive.extract.page import Page
from archive.model import FieldName

_MAY_HAVE = ('rel="author"', 'rel="category')
_AUTHOR, _CATEGORY = "author", "category"
_LONGEST = 20


def fields_of_links(page: Page) -> dict[FieldName, str]:
    """Return author and section; no author where links name several: a list of related texts has its own."""
    if not any(each in page.text for each in _MAY_HAVE):
        return {}
    authors: list[str] = []
    sections: list[str] = []
    for link in page.tree.iterfind(".//a[@rel]"):
        relations = (link.get("rel") or "").split()
        name = text_of(link)
        if not name or len(name) > _LONGEST:
            continue
        if _AUTHOR in relations:
            authors.append(name)
        elif _CATEGORY in relations:
            sections.append(name)
    fields: dict[FieldName, str] = {}
    if len(set(authors)) == 1 and not names_nobody(authors[0]):
        fields["author"] = authors[0]
    if sections:
        fields["section"] = sections[0]
    return fields
