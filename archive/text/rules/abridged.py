"""What a text's editor says of having shortened it: it was published so, and stays.

    （本文有删节）  （以上为讲话摘要，标题为编者所加）  （摘自《青山矿报》）  at its ends
    ……工作会议上的讲话（摘要）  典型发言摘登              at the end of the title
    ……（此处略）……  （名单略）                            in its place

Looked at are the title, brackets and short lines at both ends of the text, and brackets that hold no more
than what is left out. A paper's 摘要 above its 关键词 is its abstract; a bracket behind 》 says of the work
before it, and not of this text, that it is in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule
from archive.text.rules.title import title_of
from archive.text.shortening import (
    announces_excerpt,
    is_bare_name,
    is_left_out,
    names_excerpt,
    names_its_source,
    says_it_is_shortened,
)

_FIRST, _LAST = 4, 8
"""Lines at the ends of the text that an editor's note may be."""
_LONGEST = 90
"""Characters of a note."""
_IS_SAID = re.compile(r"^(?=.*(?:有|[是为系]|[作做]了|删))(?:[^:()]{0,5}:)?[^:()]+$")
"""A sentence, with no more than 编者注: before it; 文章摘要:…… is an abstract."""
_LONGEST_TITLE = 200
_LONGEST_LEAD = 400
"""Characters at the beginning of a line in which an editor announces what follows."""
_REACH = 20
"""Characters before a bracket that name an attachment."""
_MOST = 5
"""Notes that are kept."""
_IN_BRACKETS = re.compile(r"[(\[【〔]\s?(?P<words>[^()\[\]【】〔〕\n]{1,80}?)\s?[)\]】〕]")
_AROUND = " \t\u3000*※…—-。.,;"
_LEFT_OUT = re.compile(
    r"[(\[【〔](?P<words>[^()\[\]【】〔〕\n]{0,12}略去?|[^()\[\]【】〔〕\n]{2,8}删[节减略])[)\]】〕]"
)
_ATTACHED = re.compile(r"\s*附(?:[件表图录]|\s?:)")
_SOURCE = re.compile(r"[摘选编录登要]自(?![己然身动主由行觉])(?=\s?[:《“\"一-鿿])")
_QUOTED = ("”", "」", "’", '"', "》")
_OF_ATTACHMENT = re.compile(r"附[件表图录][^,。;:!?\n]{0,16}\Z")
_BEHIND_TITLE = re.compile(r"\s*(?:—+.*|[》」”\"])?")
_SIGNS = ("删", "摘", "节选", "节录", "节略", "略", "缩写", "缩编", "缩略", "压缩", "精简")


def _find(manuscript: Manuscript) -> Findings:
    title = title_of(manuscript)
    start = title.end + 1 if title else 0
    places = {*_in_title(title), *_at_ends(manuscript, start), *_left_out(manuscript, start)}
    if not places:
        return NOTHING
    words = dict.fromkeys(manuscript.text[begin:end].strip() for begin, end in sorted(places))
    return Findings(fields={"abridgement": "\n".join([*words][:_MOST])}, flags=["abridged"])


def _in_title(title: Line | None) -> Iterator[tuple[int, int]]:
    """The last bracket of a title, or its last word; what stands in 《》 inside of it is another text's."""
    if title is None or len(title.text) > _LONGEST_TITLE:
        return
    for found in _IN_BRACKETS.finditer(title.folded):
        is_last = _BEHIND_TITLE.fullmatch(title.folded, found.end()) is not None
        is_own = not _is_of_a_work(title.folded, found.start())
        if is_last and is_own and says_it_is_shortened(found["words"]):
            yield title.start + found.start(), title.start + found.end()
    if names_excerpt(title.folded.rstrip(_AROUND)):
        yield title.start, title.end


def _is_of_a_work(folded: str, place: int) -> bool:
    """Tell whether what stands at `place` belongs to a work that is named there, not to the whole title."""
    before = folded[:place].rstrip()
    is_inside = before.count("《") > before.count("》")
    names_work = before.endswith("》") or is_inside
    return names_work and not folded.lstrip().startswith("《")


def _at_ends(manuscript: Manuscript, start: int) -> Iterator[tuple[int, int]]:
    first = [line for line in manuscript.first_lines(_FIRST + 1) if line.start >= start][:_FIRST]
    last = [line for line in manuscript.last_lines(_LAST) if line.start >= start]
    for line in first:
        yield from _announced(line)
    is_paper = manuscript.has_any(("关键词", "关键字"))
    for line in dict.fromkeys((*first, *last)):
        yield from _notes(line, is_paper=is_paper)
    if len(_SOURCE.findall(manuscript.folded)) == 1:
        for line in dict.fromkeys((*first, *last)):
            yield from _source(line)


def _announced(line: Line) -> Iterator[tuple[int, int]]:
    for sentence in re.finditer(r"[^。!?]+", line.folded[:_LONGEST_LEAD]):
        if announces_excerpt(sentence[0]):
            yield line.start + sentence.start(), line.start + sentence.end()


def _brackets(line: Line) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the bracket that a line begins with and the one that ends it, each with what stands before it."""
    begins = len(line.folded) - len(line.folded.lstrip())
    found = {each.start(): each for each in _IN_BRACKETS.finditer(line.folded, _tail(line))}
    last = next((each for at, each in found.items() if not line.folded[each.end() :].strip(_AROUND)), None)
    first = _IN_BRACKETS.match(line.folded, begins)
    if first and (last is None or last.start() != begins):
        yield first, ""
    if last:
        yield last, line.folded[max(begins, last.start() - _REACH) : last.start()].rstrip()


def _tail(line: Line) -> int:
    return max(0, len(line.folded) - _LONGEST)


def _source(line: Line) -> Iterator[tuple[int, int]]:
    """Of what it is taken out: a line, or the bracket that ends one; behind a quotation it is that one's."""
    if names_its_source(line.folded.strip(_AROUND)) and not line.folded.lstrip().startswith("—"):
        yield line.start, line.end
    for found, before in _brackets(line):
        if not before.endswith(_QUOTED) and names_its_source(found["words"]):
            yield line.start + found.start(), line.start + found.end()


def _notes(line: Line, *, is_paper: bool) -> Iterator[tuple[int, int]]:
    """Brackets that end a line or begin it, or a short line without any."""
    for found, before in _brackets(line):
        is_bare = is_bare_name(found["words"])
        is_alone = not before and not line.folded[found.end() :].strip(_AROUND)
        is_abstract = is_bare and (is_paper or not is_alone or found[0][0] != "(")
        if not is_abstract and not before.endswith("》") and says_it_is_shortened(found["words"]):
            yield line.start + found.start(), line.start + found.end()
    words = line.folded.strip(_AROUND)
    if len(words) <= _LONGEST and _IS_SAID.search(words) and says_it_is_shortened(words):
        yield line.start, line.end


def _left_out(manuscript: Manuscript, start: int) -> Iterator[tuple[int, int]]:
    """Brackets that stand for what was left out of the text, above its attachments."""
    brackets = [*_LEFT_OUT.finditer(manuscript.folded, start)]
    end = _attachments(manuscript) if brackets else 0
    for found in brackets:
        is_attachment = _OF_ATTACHMENT.search(
            manuscript.folded, max(0, found.start() - _REACH), found.start()
        )
        if found.start() < end and not is_attachment and is_left_out(found["words"]):
            yield found.span()


def _attachments(manuscript: Manuscript) -> int:
    """Where the list of attachments begins, or the text ends."""
    lines = (line.start for line in manuscript.lines_with(["附"]) if _ATTACHED.match(line.folded))
    return next(lines, len(manuscript.folded))


RULE = rule("abridged", 1, _find, signs=_SIGNS)
