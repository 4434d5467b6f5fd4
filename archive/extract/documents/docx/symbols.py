"""Characters of Word's symbol fonts, whose codes say nothing without the font: ticks, boxes, bullets, Greek.

Forms of the 2010s mark what was chosen with them: ☑同意 □不同意.
"""

from __future__ import annotations

_PRIVATE = 0xF000

_WINGDINGS = dict(zip(b"(*Flnoqruv", "☎✉☞●■□□□◆❖", strict=True)) | dict(
    zip(bytes.fromhex("9fa1a7a8abd8e0e8f0fbfcfdfe"), "•○▪□★➢→→⇨✗✓☒☑", strict=True)
)
_CIRCLED = {0x81 + n: chr(ord("①") + n) for n in range(10)} | {0x8C + n: chr(ord("❶") + n) for n in range(10)}
_BY_FONT = {
    "wingdings": _WINGDINGS | _CIRCLED,
    "wingdings 2": dict(zip(bytes.fromhex("4f5051525354a3"), "✗✓☒☑☒☒□", strict=True)),
    "symbol": dict(zip(b"abcdefghilmnpqrstwxyzDSW", "αβχδεφγηιλμνπθρστωξψζΔΣΩ", strict=True))
    | dict(zip(bytes.fromhex("a3acadaeafb0b1b3b4b7b8b9bb"), "≤←↑→↓°±≥×•÷≠≈", strict=True)),
}


def symbol(font: str, code: str) -> str:
    """Return the character of a `w:sym`; empty for an ornament that has no character of its own."""
    try:
        number = int(code, 16)
        known = _BY_FONT.get(font.lower())
        if known is None:
            return "" if number >= _PRIVATE else chr(number)
        return known.get(number & 0xFF, "")
    except (ValueError, OverflowError):
        return ""
