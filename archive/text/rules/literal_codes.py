"""Codes of a character printed as text, and the character put back for each.

?#8220; &ldquo; &#x201c;    a template escaped a text twice, a filter took the & away
&ldquo & ldquo;            a filter took the semicolon away, or parted the words
\\u540c\\u53f0 %u540c%u53f0   a script's string
u201c \\" \\x22              the same without its backslashes, and its marks
ldquo; nbsp; \\t \\xa0          a reference without its sign, a tab, a blank
x0dx0a \\r\\n %0A [br] ^M     a line break
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from archive.text.change import Change
from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule
from archive.text.rules.byte_codes import quotes_codes

_BREAK = re.compile(
    r"(?:\\?x0d\\?x0a|_x000d_)+|(?:%0[ad])+(?=[^\x00-\x7f]|$)|\[br ?/?\]|\^m$|(?:\\r\\n)+(?![a-z])"
    r"|\\+n(?<![\x21-\x5b\x5d-\x7e]\\n)(?:\\+n)*(?=[^\x00-\x7f”’」]|[0-9(\"\\]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS_OF_BREAKS = ("0d", "\\", "%0a", "[br", "^m")
_REFERENCE = re.compile(
    r"[?&]#(?P<number>\d{2,5}|x[0-9a-f]{2,5});"
    r"|& ?(?P<loose>[lr][ds]quo|[mn]dash|hellip|middot|nbsp|e[mn]sp|quot|bull)(?: ?;|(?![a-z0-9=]))"
    r"|&(?P<name>[a-z]{2,8});",
    re.IGNORECASE,
)
_ESCAPES = re.compile(r"(?:(?:\\+|%)u[0-9a-f]{4})+", re.IGNORECASE)
_LATIN = re.compile(r"(?<!\\x[0-9a-f]{2})\\x(?P<code>[ab][0-9a-f])(?!\\x)", re.IGNORECASE)
_BARE = re.compile("(?<![a-z0-9])(?:u(?:20[12]|300|301|ff[01])[0-9a-f])+(?![a-z0-9])")
"""Codes of marks alone: they meet no word."""
_NAMED = re.compile("(?<![a-z& ;])(?:(?:[lr][ds]quo|[mn]dash|hellip|middot|nbsp|e[mn]sp);)+")
_OF_STRINGS = re.compile(r"\\(?:[\"'/]|x2[27]|t(?![a-z]))")
_MEANT = {"x22": '"', "x27": "'", "t": "\t"}
_SIGNS_OF_NAMES = ("quo;", "dash;", "p;", "t;")
_FEWEST = 2
"""One backslash before a quotation mark may be a slip."""


def _find(manuscript: Manuscript) -> Findings:
    changes = sorted([*_breaks(manuscript), *_characters(manuscript), *_marks(manuscript)])
    return Findings(changes=_unquoted(manuscript, changes))


def _unquoted(manuscript: Manuscript, changes: list[Change]) -> Iterator[Change]:
    """Yield all but those in lines that speak of such codes."""
    for line, here in groupby(_with_lines(manuscript, changes), key=itemgetter(0)):
        in_line = [change for _, change in here]
        yield from () if quotes_codes(line, len(in_line)) else in_line


def _with_lines(manuscript: Manuscript, changes: list[Change]) -> Iterator[tuple[Line, Change]]:
    line = manuscript.first_line
    for change in changes:
        if change.start > line.end:
            start = manuscript.text.rfind("\n", line.end, change.start) + 1
            line = next(lines_from_start(manuscript.text, manuscript.folded, start))
        yield line, change


def _breaks(manuscript: Manuscript) -> Iterator[Change]:
    for match in _BREAK.finditer(manuscript.text) if manuscript.has_any(_SIGNS_OF_BREAKS) else ():
        yield Change(match.start(), match.end(), "\n")


def _characters(manuscript: Manuscript) -> Iterator[Change]:
    text = manuscript.text
    for match in _REFERENCE.finditer(manuscript.folded) if manuscript.has_any(("#", "&")) else ():
        name = match["loose"] or text[slice(*match.span("name"))]
        yield from _put(match, html.unescape(f"&#{match['number']};" if match["number"] else f"&{name};"))
    for line in manuscript.lines_with(("\\u", "%u")):
        for match in _ESCAPES.finditer(text, line.start, line.end):
            yield from _put(match, _decoded(match[0]))
    for match in _LATIN.finditer(text) if "\\x" in text else ():
        yield from _put(match, chr(int(match["code"], 16)))


def _marks(manuscript: Manuscript) -> Iterator[Change]:
    """A string's marks, where at least two of them stand in the text."""
    text = manuscript.text
    bare = list(_BARE.finditer(text)) if manuscript.has_any(("u20", "u30", "uff")) else []
    named = list(_NAMED.finditer(text)) if manuscript.has_any(_SIGNS_OF_NAMES) else []
    quoting = list(_OF_STRINGS.finditer(text)) if "\\" in text else []
    for match in bare if len(bare) >= _FEWEST else ():
        yield from _put(match, _decoded(match[0]))
    for match in named if len(named) >= _FEWEST else ():
        yield from _put(match, html.unescape(re.sub("(?=[a-z]+;)(?<![a-z])", "&", match[0])))
    for match in quoting if len(quoting) >= _FEWEST else ():
        yield from _put(match, _MEANT.get(match[0][1:].lower(), match[0][1]))


def _decoded(escapes: str) -> str:
    return "".join(chr(int(code, 16)) for code in re.findall("[0-9a-fA-F]{4}", escapes))


def _put(match: re.Match[str], meant: str) -> Iterator[Change]:
    """A name that HTML does not know stays, and so does what no text prints."""
    if meant != match[0] and "\ufffd" not in meant and (meant.isprintable() or meant.isspace()):
        yield Change(match.start(), match.end(), meant)


RULE = rule(
    "literal_codes",
    5,
    _find,
    signs=(*_SIGNS_OF_BREAKS, *_SIGNS_OF_NAMES, "#", "&", "%u", "u20", "u30", "uff"),
)
