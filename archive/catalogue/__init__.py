"""What a text is and whom it concerns, told from the text alone."""

from archive.catalogue.genre import genre

__all__ = ["genre"]
