"""Markup and scripts of the page that leaked into its text.

<br/>      <p style="text-indent:2em">      <!-- 正文 -->      document.write('');

Tags are known by their names, so that C<D and <安全规程> stay, and all of them where the text itself speaks
of HTML; a script is a line without a Chinese character that calls or defines something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.change import Change
from archive.text.line import with_its_line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_NAMES = (
    r"html|body|head|p|br|div|span|strong|em|font|center|img|table|tbody|tr|td|th|ul|ol|li|h[1-6]|hr|script|style|section|iframe"
    r"|o:p|st1:[a-z]+|a(?=\s+(?:href|name|target)|>)|[bui](?=>)"
)
_TAGS = re.compile(
    rf"(?:</?(?:{_NAMES})(?:\s(?![^<>\n]{{0,40}}\.\.\.)[^<>\n]{{0,300}})?\s?/?>|<!--[^<>\n]{{0,200}}-->|<\?xml[^<>\n]{{0,200}}/?>|<!\[(?:cdata\[|if[^<>\n]{{1,40}}>|endif\]>)|\]\]>)+",
    re.IGNORECASE,
)
"""Those that stand right behind each other are taken as one."""
_BREAK = re.compile(r"</(?:p|div|tr|li)\s?>|<br[^<>]*>", re.IGNORECASE)
"""What ends a line."""
_OF_MARKUP = re.compile(
    r"(?<![a-z.])(?:x?html|xml)(?![a-z])|(?:编写|制作|设计)(?:了|的)?网页|网页(?:编写|制作|设计)",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r">[”’」』》]?(?:(?:表示|代表)[^<>,。;\n]{0,6}(?:段落?|换行|标题|链接|图片|表格|列表|[粗斜]体|加粗|居中|空格)|(?:标签|标记)(?!\s*:)|元素|之类)"
    r"|(?:标签|标记)(?:[为是有、]|[“‘「『《]){0,2}<"
)
"""<p>表示段落: a writer's words about what a tag does. <p>代表们表示 is a paragraph."""
_SCRIPT = re.compile(
    r"document\.\w+\s*[(=]|window\.\w+|\bfunction\s*\w*\s*\(|\bvar\s+\w+\s*=|\.push\(|\$\(\s*(?:function|['\"#.])"
)
_CALLS = ("document.", "window.", "function", "var ", ".push(", "$(")


def _find(manuscript: Manuscript) -> Findings:
    return Findings(changes=sorted([*_tags(manuscript), *_scripts(manuscript)]))


def _tags(manuscript: Manuscript) -> Iterator[Change]:
    text = manuscript.text
    tags = list(_TAGS.finditer(text)) if "<" in text or "]]>" in text else []
    if tags and (_OF_MARKUP.search(_TAGS.sub("", manuscript.folded)) or _SPOKEN_OF.search(manuscript.folded)):
        return
    for match in tags:
        start, end = with_its_line(text, *match.span())
        is_break = _BREAK.search(match[0]) and start == match.start() and _parts_words(text, start, end)
        yield Change(start, end, "\n" if is_break else "")


def _parts_words(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] not in ("", "\n") and text[end : end + 1] not in ("", "\n")


def _scripts(manuscript: Manuscript) -> Iterator[Change]:
    for line in manuscript.lines_with(_CALLS):
        if line.text.isascii() and _SCRIPT.search(line.text):
            yield Change(*with_its_line(manuscript.text, line.start, line.end), confidence=0.95)


RULE = rule("leaked_markup", 7, _find, signs=("<", "]]>", *_CALLS))
