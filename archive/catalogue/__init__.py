"""What a text is and whom it concerns, told from the text alone.

`genre` is asked for while a text is cleaned; `catalogue` gives everything else, of the clean text. A further
kind of statement is a dataclass in `archive.statements`, one function `Text → statements` beside
`campaigns_of`, and its tables in `archive.store.tables.catalogue`.
"""

from archive.catalogue.catalogue import catalogue
from archive.catalogue.genre import genre

__all__ = ["catalogue", "genre"]
