"""A site's own bars and slogans (宣传思想, 信息公开): what no general rule can know, but what repeats.

A short line at the edge of the text, its numbers left open, that at least three pages and 30 % of the pages
of one host show is furniture. Pages of one title count once, for copies of a text repeat its own lines. The
edge ends where anything stands that may be the text's own: a sentence, a numbered or usual heading, a
salutation, a unit or a date that signs, an attachment, a closing formula.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain, groupby, islice, pairwise, takewhile
from operator import attrgetter
from typing import NamedTuple

from archive.model import Edges, HostLines, RuleId
from archive.outline import find_heading, is_signature
from archive.text.line import LONGEST_FURNITURE, Line, is_prose, lines_from_end, lines_from_start
from archive.text.manuscript import Manuscript

_RULE_ID = RuleId("host_lines", 1)

_FEWEST_PAGES = 3
_LEAST_SHARE = 0.3
_PLACES = 1 << 14
"""At which lines are counted; many more than the lines that a third of the pages can show at their edges."""
_DEEPEST = 12
"""Lines from each end of the text."""
_LONGEST = 60
_LONG_LINE = re.compile(rf"[^\n]{{{LONGEST_FURNITURE + 1}}}")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_WEEKDAY = re.compile(r"(?<=星期|礼拜)[一二三四五六日天]|(?<=周)[一二三四五六日](?![期年])")
_WORD = re.compile(r"[一-鿿]|[a-z]{2}")
_OWN = re.compile(
    r"^[(【\[—]|[,。;:!?、…]$"
    r"|^(?:附件|附表|附录|抄送|抄报|主送|主题词|签发|特此|此致|敬礼|妥否|谢谢|以上|来源|作者|记者|通讯员|注)"
    r"|^(?:同志们|各位|各单位|尊敬的)|印发$|[摄文图]$"
    r"|^(?:指导思想|总体要求|工作(?:要求|目标|措施)|目标任务|主要(?:任务|做法|目标)|活动(?:主题|时间|内容|目的|要求|安排)"
    r"|组织领导|(?:实施|方法)步骤|保障措施|基本原则|摘要|前言|引言|结语)"
)


class EdgesOfPage(NamedTuple):
    """What one page adds to what is known of its host."""

    title: str
    """Or whatever else tells two texts apart."""
    lines: frozenset[str]
    """`Edges.lines`."""


def take_host_lines(
    manuscript: Manuscript, start: int, host_lines: HostLines, seams: Sequence[int] = ()
) -> tuple[Manuscript, Edges]:
    """Take the host's lines from the edges of the body, which begins at `start` of the manuscript.

    A text over several pages has edges inside too: `seams` are the places of the body, ascending, where a
    page begins. One that stands inside a line, because a sentence goes on there, is none.
    """
    body = manuscript.text[start:]
    seams = tuple(seam for seam in seams if 0 < seam < len(body) and body[seam - 1] == "\n")
    found = _edge_lines_of_pages(body, manuscript.folded[start:], seams)
    taken = [line.moved(start) for line, form in found.items() if form in host_lines.lines]
    edges = Edges(
        lines=tuple(dict.fromkeys(found.values())),
        host_lines=host_lines.version,
        uncut_body=body if taken else None,
        seams=seams,
    )
    return manuscript.change(_RULE_ID, manuscript.without(taken)), edges


def cut(body: str, host_lines: HostLines, seams: Sequence[int] = ()) -> str:
    """Return what `take_host_lines` leaves of a body that the rules are through with."""
    return take_host_lines(Manuscript.of(body), 0, host_lines, seams)[0].text


def learn(pages: Iterable[EdgesOfPage]) -> dict[str, int]:
    """Return the lines that the pages of one host repeat, each with the number of pages that show it.

    `pages`, of which those of one title stand beside each other, are gone over twice. What a host repeats is
    little, what its pages show may be millions of lines: first only their places are counted, so that the
    lines at a place that too few pages show need not be held.
    """
    places, titles = array("I", bytes(4 * _PLACES)), 0
    for lines in _lines_of_titles(pages):
        titles += 1
        for line in lines:
            places[hash(line) % _PLACES] += 1
    fewest = max(_FEWEST_PAGES, _LEAST_SHARE * titles)
    counted = Counter(
        line for lines in _lines_of_titles(pages) for line in lines if places[hash(line) % _PLACES] >= fewest
    )
    return {line: count for line, count in sorted(counted.items()) if count >= fewest}


def _lines_of_titles(pages: Iterable[EdgesOfPage]) -> Iterator[frozenset[str]]:
    for _, of_title in groupby(pages, attrgetter("title")):
        yield frozenset(chain.from_iterable(page.lines for page in of_title))


def host_lines_of(lines: Iterable[str]) -> HostLines:
    """Return the data for the cleaner; the version comes from the lines alone."""
    known = sorted(set(lines))
    version = sha256("\n".join(known).encode()).hexdigest()[:8] if known else ""
    return HostLines(version=version, lines=frozenset(known))


def _edge_lines_of_pages(body: str, folded: str, seams: Sequence[int]) -> dict[Line, str]:
    found: dict[Line, str] = {}
    for start, end in pairwise([0, *seams, len(body) + 1]):
        page = slice(start, end - 1)
        lines = _edge_lines(body[page], folded[page])
        found |= {line.moved(start): form for line, form in lines.items()}
    return found


def _edge_lines(body: str, folded: str) -> dict[Line, str]:
    """The lines at both edges with their forms; none where no prose stands between them."""
    if "。" not in folded and not _LONG_LINE.search(folded):
        return {}
    walks = (lines_from_start(body, folded), lines_from_end(body, folded))
    edges = (takewhile(_is_beside_the_text, islice(walk, _DEEPEST)) for walk in walks)
    forms = ((line, _form(line)) for edge in edges for line in edge)
    return {line: form for line, form in sorted(forms) if _WORD.search(form)}


def _is_beside_the_text(line: Line) -> bool:
    text = line.folded.strip()
    is_own = (
        is_prose(line)
        or len(text) > _LONGEST
        or "\t" in line.text
        or _OWN.search(text)
        or find_heading(line.text)
        or is_signature(line.text)
    )
    return not is_own


def _form(line: Line) -> str:
    """The line with its numbers and weekdays left open: 今日访问 231 人次 of another day is the same."""
    return _WEEKDAY.sub("0", _NUMBER.sub("0", "".join(line.folded.split())))
