"""A PDF with Chinese text and no font inside: the kind that office printers of the 2000s left on a site.

Readers show STSong-Light by a font of their own.
The ToUnicode map is what text extraction reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595, 842, 72
FONT_SIZE, LEADING = 12, 20
LINE_CHARS = (PAGE_WIDTH - 2 * MARGIN) // FONT_SIZE
PAGE_LINES = (PAGE_HEIGHT - 2 * MARGIN) // LEADING
CATALOG, PAGES, FONT, CID_FONT, DESCRIPTOR, TO_UNICODE, FIRST_PAGE = range(1, 8)


def make_pdf(lines: Sequence[str]) -> bytes:
    """Print each line, broken where the page ends at the right, with a number at the foot of every page.

    The same lines make the same bytes. Characters beyond U+FFFF are refused with UnicodeEncodeError.
    """
    printed = [piece for line in lines for piece in _wrap(line)]
    pages = [printed[start : start + PAGE_LINES] for start in range(0, len(printed), PAGE_LINES)] or [[]]
    characters = sorted(set("".join(printed)) | set("—0123456789 "))
    return _file([*_document(len(pages)), *_font(characters), *_page_objects(pages)])


def _wrap(line: str) -> list[str]:
    return [line[start : start + LINE_CHARS] for start in range(0, len(line), LINE_CHARS)] or [""]


def _document(page_count: int) -> list[bytes]:
    kids = " ".join(f"{FIRST_PAGE + 2 * number} 0 R" for number in range(page_count))
    return [
        f"<< /Type /Catalog /Pages {PAGES} 0 R >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {page_count} >>".encode(),
    ]


def _font(characters: Sequence[str]) -> list[bytes]:
    return [
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        f"/DescendantFonts [{CID_FONT} 0 R] /ToUnicode {TO_UNICODE} 0 R >>".encode(),
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor {DESCRIPTOR} 0 R "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
        f"/DW 1000 /W [1 95 500] >>".encode(),
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
        b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        _stream(_to_unicode(characters)),
    ]


def _to_unicode(characters: Sequence[str]) -> bytes:
    codes = [_ucs2(character).hex().encode() for character in characters]
    return b"\n".join(
        [
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            b"/CMapName /ToUnicode def /CMapType 2 def",
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *_character_maps(codes),
            b"endcmap end end",
        ]
    )


def _character_maps(codes: Sequence[bytes]) -> Iterator[bytes]:
    for start in range(0, len(codes), 100):  # the format allows 100 to a section
        section = codes[start : start + 100]
        yield b"%d beginbfchar" % len(section)
        yield from (b"<%s> <%s>" % (code, code) for code in section)
        yield b"endbfchar"


def _page_objects(pages: Sequence[Sequence[str]]) -> Iterator[bytes]:
    for index, lines in enumerate(pages):
        content = FIRST_PAGE + 2 * index + 1
        yield (
            f"<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] "
            f"/Resources << /Font << /F1 {FONT} 0 R >> >> /Contents {content} 0 R >>".encode()
        )
        yield _stream(_page_content(lines, index + 1))


def _page_content(lines: Sequence[str], number: int) -> bytes:
    top = PAGE_HEIGHT - MARGIN
    placed = [_show(line, MARGIN, top - LEADING * row) for row, line in enumerate(lines) if line]
    return b"\n".join([*placed, _show(f"— {number} —", PAGE_WIDTH // 2 - 2 * FONT_SIZE, MARGIN // 2)])


def _show(text: str, x: int, y: int) -> bytes:
    return b"BT /F1 %d Tf %d %d Td <%s> Tj ET" % (FONT_SIZE, x, y, _ucs2(text).hex().encode())


def _ucs2(text: str) -> bytes:
    if beyond := [character for character in text if ord(character) > 0xFFFF]:
        raise UnicodeEncodeError("ucs-2", text, text.index(beyond[0]), text.index(beyond[0]) + 1, "too high")
    return text.encode("utf-16-be")


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    written = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start, size = len(written), len(objects) + 1
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    written += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, CATALOG, start)
    return bytes(written)
