"""Pure repairs of Chinese web text: `clean` undoes a page's damage and takes its furniture away."""

from archive.text.cleaner import clean
from archive.text.edit_log import raw_text, restore

__all__ = ["clean", "raw_text", "restore"]
