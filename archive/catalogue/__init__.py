"""What a text is and whom it concerns, told from the text alone: its words, its date and its page.

`genre` is asked for while a text is cleaned; `catalogue` gives everything else, of the clean text. A further
kind of statement is a dataclass in `archive.statements`, a room beside `campaigns` with one function
`Text → statements`, and its tables in `archive.store.tables.catalogue`.
"""

from __future__ import annotations

from archive.catalogue.campaigns import campaigns_of
from archive.catalogue.formulas import formulas_of
from archive.catalogue.genre import genre
from archive.catalogue.organisations import organisations_of
from archive.catalogue.quantities import quantities_of
from archive.catalogue.relevance import relevance
from archive.catalogue.text import Text
from archive.model import Fields
from archive.statements import Catalogued

__all__ = ["catalogue", "genre"]


def catalogue(title: str | None, body: str, fields: Fields, url: str) -> Catalogued:
    """Return all statements about one text; the same from the stored article as from the page.

    `fields` are those of the article: its dates tell which of two campaigns of one name is meant, and what
    an organisation belonged to.
    """
    text = Text.of(title, body, fields, url)
    campaigns, formulas = campaigns_of(text), formulas_of(text)
    names = [*(found.evidence.words for found in campaigns), *(found.evidence.words for found in formulas)]
    return Catalogued(
        campaigns=campaigns,
        organisations=organisations_of(text),
        formulas=formulas,
        relevance=relevance(text, campaigns),
        quantities=quantities_of(text, names),
    )
