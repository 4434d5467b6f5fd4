"""The form of addresses: from some articles' paths to a pattern of all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from crawler.address import target_of

_PIECE = re.compile(r"(?P<hex>[0-9a-f]{32})|(?P<number>\d+)|(?P<word>[^\W\d_]+)|(?P<mark>[\W_])")


def shape_of(url: str) -> str:
    """Return an address with its numbers and names left out: `/w/0/w0_0.w` of /xw/202112/t20211229_8.htm."""
    return "".join(_kind(kind, piece) for kind, piece in _pieces(url))


def pattern_of(urls: Iterable[str], *, counts_digits: bool = False) -> str:
    """Return a pattern that matches the addresses and their like.

    A word that differs between them may be any word; every number may be any number, or with `counts_digits`
    one of as many digits.
    """
    shapes: dict[str, list[Sequence[str]]] = defaultdict(list)
    kinds: dict[str, Sequence[str]] = {}
    for url in urls:
        pieces = _pieces(url)
        shapes[shape_of(url)].append([piece for _, piece in pieces])
        kinds[shape_of(url)] = [kind for kind, _ in pieces]
    patterns = [_row(kinds[shape], rows, counts_digits) for shape, rows in shapes.items()]
    return "|".join(sorted(dict.fromkeys(patterns)))


def _pieces(url: str) -> list[tuple[str, str]]:
    return [(match.lastgroup or "", match[0]) for match in _PIECE.finditer(target_of(url))]


def _kind(kind: str, piece: str) -> str:
    return {"hex": "#", "number": "0", "word": "w"}.get(kind, piece)


def _row(kinds: Sequence[str], rows: Sequence[Sequence[str]], counts_digits: bool) -> str:
    columns = zip(kinds, zip(*rows, strict=True), strict=True)
    return "".join(_column(kind, set(values), counts_digits) for kind, values in columns)


def _column(kind: str, values: set[str], counts_digits: bool) -> str:
    """Return the pattern of what stands at one place of all addresses of one shape."""
    if kind == "hex":
        return "[0-9a-f]{32}"
    if kind == "number":
        lengths = sorted(map(len, values))
        spread = f"{lengths[0]}" if lengths[0] == lengths[-1] else f"{lengths[0]},{lengths[-1]}"
        return f"\\d{{{spread}}}" if counts_digits else r"\d+"
    if len(values) == 1:
        return re.escape(next(iter(values)))
    return r"\w+"
