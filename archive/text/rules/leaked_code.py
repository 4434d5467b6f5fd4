"""Code of the page that leaked into its text: a style sheet, an unfilled template mark.

@page { size: 595pt 841pt } p { margin-bottom: 0.21cm }          laojin123.com
[标签:标题]   <#webadvjs#>   {$title$}   {dede:field.title/}          laojin123.com, hbcoal.com
[page]   [!--pagetitle--]   #p#分页标题#e#   {page_break}       what systems put between pages
/* Style Definitions */ table.MsoNormalTable {mso-style-name:普通表格;}      Word's own sheet
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive.text.change import Change
from archive.text.line import with_its_line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_MARK = re.compile(
    r"\[标签:[^\[\]\n]{1,12}\]|<#\w{2,20}#>|\$?\{[$#]?[a-z_]\w*(?:\.\w+)+[$#]?\}|\{[$#][\w.]{2,30}[$#]?\}|<%=?[^%\n一-鿿]{1,60}%>"
    r"|\{/?(?:dede|pboot|eyou|cms|pc|loop)[:\s][^{}\n]{1,80}\}|\[field:[^\[\]\n]{1,60}\]|\[!--[\w.-]{1,30}--\]|\{page_?break\}|(?:【分页】)?_(?:ueditor|baidu)_page_break_tag_|#p#[^#\n]{0,40}#e#"
    r"|\[([biu])\](?=[^\[\]\n]{1,200}\[/\1\])|\[/[biu]\]|\[/?(?:page|nextpage|hide|hidden|attach|url|img|size|color|font|align|backcolor|xyz-ihs)(?:[=\s][^\[\]\n]{0,80})?\]"
)
_BLOCK = re.compile(r"\{(?:[^{}一-鿿]|(?<=[:\"'\w])[一-鿿]){0,600}\}")
"""Chinese stands in it where a font or a style is named."""
_DECLARATION = re.compile(r"[a-z-]{2,30}\s{0,3}:\s{0,3}[^:;{}]{1,80}(?:;|\s*\}$)")
_NAME = r"[a-z*.#][\w.#*\\-]*"
_SELECTOR = re.compile(rf"(?:<!--\s*)?(?:/\*[^*]{{0,40}}\*/\s*)?(?:@[a-z-]+|{_NAME})(?:[\s,:>]+{_NAME})*\s*$")
_REACH = 80
_SIGNS = ("{", "[", "<#", "<%", "#p#", "_page_break")


def _find(manuscript: Manuscript) -> Findings:
    lines = manuscript.lines_with(_SIGNS)
    marks = (
        match.span() for line in lines for match in _MARK.finditer(manuscript.folded, line.start, line.end)
    )
    spans = [*marks, *_joined(_blocks(manuscript.folded))]
    return Findings(changes=[Change(*with_its_line(manuscript.text, *span)) for span in spans])


def _joined(blocks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Blocks of one sheet stand one blank apart."""
    sheets: list[tuple[int, int]] = []
    for start, end in blocks:
        if sheets and start - sheets[-1][1] <= 1:
            sheets[-1] = sheets[-1][0], end
        else:
            sheets.append((start, end))
    return sheets


def _blocks(folded: str) -> Iterator[tuple[int, int]]:
    for block in _BLOCK.finditer(folded):
        before = folded[max(0, block.start() - _REACH) : block.start()].rpartition("}")[2]
        selector = _SELECTOR.search(before)
        if selector and _DECLARATION.search(block[0]):
            yield block.start() - len(selector[0]), block.end()


RULE = rule("leaked_code", 4, _find, signs=_SIGNS)
