"""The form of addresses: from some articles' paths to a pattern of all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from crawler.address import target_of

_PIECE = re.compile(
    r"(?P<hex>[0-9a-f]{32}"
    r"|(?<![^\W_])(?=[0-9a-f]{8,64}(?![^\W_]))(?:\d+[a-f]+\d|[a-f]+\d+[a-f])[0-9a-f]*)"
    r"|(?P<number>\d+)|(?P<word>[^\W\d_]+)|(?P<mark>[\W_])"
)
"""`c9767336` is a word and a number, `4f0ab219` is neither."""
_MOST_SHAPES = 3
"""Of more, the addresses have names of their own (`/2016/05/an-quan-yue/`), whose parts tell nothing."""


def shape_of(url: str) -> str:
    """Return an address with its numbers and names left out: `/w/0/w0_0.w` of /xw/202112/t20211229_8.htm."""
    return "".join(_kind(kind, piece) for kind, piece in _pieces(target_of(url)))


def pattern_of(urls: Iterable[str], *, counts_digits: bool = False) -> str:
    """Return a pattern that matches the addresses and their like.

    A word that differs between them may be any word; every number may be any number, or with `counts_digits`
    one of as many digits.
    """
    shapes: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        shapes[shape_of(url)].append(target_of(url))
    if len(shapes) > _MOST_SHAPES:
        patterns = [*_by_folders([*chain.from_iterable(shapes.values())], counts_digits)]
    else:
        patterns = [_like(targets, counts_digits) for targets in shapes.values()]
    return "|".join(sorted(dict.fromkeys(patterns)))


def _by_folders(targets: Sequence[str], counts_digits: bool) -> Iterator[str]:
    """Yield a pattern for each depth of folders and each ending; a folder of several shapes may be any."""
    forms: dict[tuple[int, str], list[list[str]]] = defaultdict(list)
    for target in targets:
        path, _, ending = target.rpartition(".") if "." in target.rpartition("/")[2] else (target, "", "")
        forms[path.count("/"), ending].append(path.split("/"))
    for (_, ending), rows in forms.items():
        folders = [_folder(values, counts_digits) for values in zip(*rows, strict=True)]
        yield "/".join(folders) + (rf"\.{re.escape(ending)}" if ending else "")


def _folder(values: Sequence[str], counts_digits: bool) -> str:
    if len({shape_of(value) for value in values}) == 1:
        return _like(values, counts_digits)
    return "[^/]+" if any(value.isdecimal() for value in values) else r"(?!\d+(?![^/]))[^/]+"


def _like(targets: Iterable[str], counts_digits: bool) -> str:
    columns = zip(*map(_pieces, targets), strict=True)
    return "".join(_column(each[0][0], {piece for _, piece in each}, counts_digits) for each in columns)


def _pieces(target: str) -> list[tuple[str, str]]:
    return [(match.lastgroup or "", match[0]) for match in _PIECE.finditer(target)]


def _kind(kind: str, piece: str) -> str:
    return {"hex": "#", "number": "0", "word": "w"}.get(kind, piece)


def _column(kind: str, values: set[str], counts_digits: bool) -> str:
    """Return the pattern of what stands at one place of all addresses of one shape."""
    lengths = sorted(map(len, values))
    spread = f"{lengths[0]}" if lengths[0] == lengths[-1] else f"{lengths[0]},{lengths[-1]}"
    if kind == "hex":
        return f"[0-9a-f]{{{spread}}}"
    if kind == "number":
        return f"\\d{{{spread}}}" if counts_digits else r"\d+"
    if len(values) == 1:
        return re.escape(next(iter(values)))
    return r"\w+"
