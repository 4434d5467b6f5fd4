r"""What Word keeps beside a text and its converters print: the codes of fields, the settings of a document.

PAGE PAGE 41        PAGE \* MERGEFORMAT 3        NUMPAGES 6        TOC \o "1-3" \h \z \u
HYPERLINK "mailto:kuang@sample.example" \t "_blank" kuang@sample.example      the address stays
Normal 0 7.8 磅 0 2 false false false EN-US ZH-CN X-NONE MicrosoftInternetExplorer4
"""

from __future__ import annotations

import re

from archive.text.change import Change
from archive.text.line import with_its_line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_SWITCHES = r"(?:\s?\\(?:\*\s?[A-Za-z]{3,20}|[a-z@])(?:\s\"[^\"\n]{0,40}\")?)"
_FIELD = re.compile(
    rf"-?\s?(?:(?<![A-Z])PAGE\s{{1,3}}){{1,2}}(?:{_SWITCHES}\s?)*\d{{1,4}}\b(?:\s?/\s?(?=NUMPAGES)|\s-$)?"
    rf"|(?:(?<![A-Z])NUMPAGES\s{{1,3}}){{1,2}}(?:{_SWITCHES}\s?)*\d{{1,4}}\b"
    rf"|(?<![A-Z])HYPERLINK\s{{1,3}}(?:\"[^\"\n]{{1,300}}\"|(?={_SWITCHES})){_SWITCHES}{{0,4}}\s?"
    rf"|(?<![A-Z])TOC{_SWITCHES}{{1,8}}"
    r"|Normal\s{1,3}0(?:\s{1,3}[\d.]{1,5}\s?(?:磅|pt)?){0,4}(?:\s{1,3}(?:false|true)){2,6}"
    r"(?:\s{1,3}[A-Za-z][A-Za-z0-9-]{1,30}){0,6}",
    re.MULTILINE,
)
_SIGNS = ("page", "hyperlink", "toc", "false")


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    lines = manuscript.lines_with(_SIGNS)
    codes = (match.span() for line in lines for match in _FIELD.finditer(text, line.start, line.end))
    return Findings(changes=[Change(*with_its_line(text, *span)) for span in codes])


RULE = rule("word_fields", 1, _find, signs=_SIGNS)
