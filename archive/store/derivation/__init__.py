"""From captures to the changes that they make to the articles; only what hosts repeat is written here."""

from archive.store.derivation.derivation import Derivation

__all__ = ["Derivation"]
