"""What a page states in short (source, author, names of pictures) without characters that show nothing."""

from __future__ import annotations

from dataclasses import replace

from archive.invisible import visible
from archive.model import Extraction, FieldName


def legible(extraction: Extraction) -> Extraction:
    """Return it with such values as a reader sees them; one that shows nothing is left out.

    Title, byline and blocks stay as printed: cleaning takes such characters from them, and keeps the edit.
    """
    if _is_shown(extraction):
        return extraction
    fields: dict[FieldName, str | int] = {
        name: shown
        for name, value in extraction.fields.items()
        if (shown := visible(value) if isinstance(value, str) else value) != ""
    }
    return replace(
        extraction,
        fields=fields,
        origins={name: origin for name, origin in extraction.origins.items() if name in fields},
        embedded=tuple(replace(each, name=visible(each.name)) for each in extraction.embedded),
    )


def _is_shown(extraction: Extraction) -> bool:
    """Tell whether all such values can be seen as they stand, as on nearly every page."""
    values = [value for value in extraction.fields.values() if isinstance(value, str)]
    names = [each.name for each in extraction.embedded]
    return "" not in values and all(text.isprintable() and text == text.strip() for text in values + names)
