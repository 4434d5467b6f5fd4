"""From a page's bytes to its blocks and metadata."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from lxml import etree

from archive.extract.blocks import make_blocks
from archive.extract.body.choice import body_of
from archive.extract.element_text import text_of
from archive.extract.embedded import find_embedded
from archive.extract.file_links import find_file_links, resolve
from archive.extract.found import Found
from archive.extract.frame import frame_lines
from archive.extract.head.meta_tags import fields_of_meta, fields_of_url, read_meta
from archive.extract.head.page_head import PageHead, read_head
from archive.extract.held_facts import Held, fields_beside, title_beside
from archive.extract.held_text import may_hold_text, show_held_text
from archive.extract.kinds import kind_of
from archive.extract.layout import Layout
from archive.extract.lists_above_text import lists_above_text
from archive.extract.next_part import find_next_part
from archive.extract.page import Page, parse
from archive.extract.page_fields import fields_of, with_source_beside
from archive.extract.printed_byline import PrintedByline, find_byline, read_byline
from archive.extract.rules import Rules, SiteRules, in_order, versions
from archive.extract.title_and_body import find_title_and_body
from archive.extract.titles import Title, find_title
from archive.extract.walk import read_layout
from archive.model import Extraction, PageKind, ReaderWarning


def extract_html(
    body: bytes, url: str, headers: Mapping[str, str] | None = None, *, rules: Rules = None
) -> Extraction:
    """Return the article on a page. What is no article says so in `kind`, and still has its text."""
    known = versions(rules)
    page = parse(body, url, headers, known[0].charset if known else None)
    extraction = _extract_page(page, known)
    held = show_held_text(page.tree) if may_hold_text(page, extraction) else None
    return _extract_page(page, known, held) if held else extraction


def _extract_page(page: Page, known: tuple[SiteRules, ...], held: Held | None = None) -> Extraction:
    template = _template(page, in_order(known, _stated_date(page))) if known else None
    warnings: tuple[ReaderWarning, ...] = ("template_unknown",) if known and not template else ()
    next_part = _next_part(page, template.rules if template else None)
    head = read_head(page.tree) if held is None else _with_held(read_head(page.tree), held)
    found, kind = _find_and_judge(page, template, head)
    return _extraction(page, found, kind, next_part, page.warnings + warnings)


def _with_held(head: PageHead, held: Held) -> PageHead:
    """What stands beside the text in a script is of this text; the head is often the same on every page."""
    return PageHead(title_beside(held) or head.title, {"script": fields_beside(held), **head.fields})


class _Template(NamedTuple):
    """The rules that fit a page, and the elements that they name as its body."""

    rules: SiteRules
    body: list[etree._Element]


def _template(page: Page, known: tuple[SiteRules, ...]) -> _Template | None:
    named = (_Template(rules, page.tree.cssselect(rules.body)) for rules in known)
    return next((template for template in named if template.body), None)


def _stated_date(page: Page) -> str | None:
    """The date in the page's head or address, which needs no template to be found."""
    stated = {**fields_of_url(page.url), **fields_of_meta(read_meta(page.tree))}.get("published_at")
    return None if stated is None else str(stated)


def _find_and_judge(page: Page, template: _Template | None, head: PageHead) -> tuple[Found, PageKind]:
    """Return the parts of a page, and what it is; a listing is looked at again without lists above a text."""
    dropped = {el for css in template.rules.drop for el in page.tree.cssselect(css)} if template else ()
    found = _find(page, template, head, dropped)
    kind = kind_of(page, found)
    lists = lists_above_text(page.url, found) if kind == "listing" else ()
    if lists and not template:
        rest = _find(page, None, head, lists)
        if kind_of(page, rest) == "article":
            return rest, "article"
    return found, kind


def _find(
    page: Page, template: _Template | None, head: PageHead, dropped: Collection[etree._Element]
) -> Found:
    layout = read_layout(page.tree, dropped)
    if template:
        title, body = find_title(layout, page.tree, head.title), body_of(layout, template.body)
    else:
        title, body = find_title_and_body(layout, page.tree, head.title)
    byline = find_byline(layout, title, body.first, body.end, page.served)
    if template:
        title, byline = _as_ruled(page, layout, template.rules, title, byline)
    return with_source_beside(Found(head, layout, title, body, byline))


def _extraction(
    page: Page, found: Found, kind: PageKind, next_part: str | None, warnings: tuple[ReaderWarning, ...]
) -> Extraction:
    _, layout, title, body, byline = found
    # What is no article has no body: all that it shows is its text.
    lines = body.lines if kind == "article" else range(len(layout.lines))
    taken = byline.lines | set(title.lines)
    fields, origins = fields_of(page, found)
    return Extraction(
        url=page.url,
        kind=kind,
        blocks=make_blocks(layout, [number for number in lines if number not in taken]),
        title=title.text,
        byline=byline.text,
        is_byline_apart=byline.lines.isdisjoint(lines),
        fields=fields,
        origins=origins,
        charset=page.charset,
        replaced_chars=page.replaced_chars,
        confidence=body.confidence,
        next_part=next_part,
        files=find_file_links(_around(body.element), page.base_url),
        embedded=find_embedded(body.element, page.base_url) if kind == "article" else (),
        frame=frame_lines(layout, frozenset(lines)),
        warnings=warnings,
    )


def _as_ruled(
    page: Page, layout: Layout, rules: SiteRules, title: Title, byline: PrintedByline
) -> tuple[Title, PrintedByline]:
    """Replace what was found by what the site's rule names, where the page has it."""
    if rules.title and (named := page.tree.cssselect(rules.title)):
        title = title._replace(text=_title_in(layout, named[0], byline) or title.text)
    if rules.byline and (named := page.tree.cssselect(rules.byline)):
        text = "\n".join(filter(None, map(text_of, named)))
        byline = byline._replace(text=text, fields=read_byline(text))
    return title, byline


def _title_in(layout: Layout, element: etree._Element, byline: PrintedByline) -> str:
    """Return what an element says, but for the byline: PHPCMS prints it in the heading, behind <br>."""
    box = next((box for box in layout.boxes if box.element is element), None)
    lines = range(box.first, box.end) if box else ()
    if byline.lines.isdisjoint(lines):
        return text_of(element)
    return "".join(layout.lines[number].text for number in lines if number not in byline.lines)


def _next_part(page: Page, rules: SiteRules | None) -> str | None:
    if rules and rules.next_part:
        links = page.tree.cssselect(rules.next_part)
        return resolve(page.base_url, links[0].get("href")) if links else None
    return find_next_part(page.tree, page.url, page.base_url, page.text)


def _around(element: etree._Element) -> etree._Element:
    """The box outside the text's: 附件 often stand below the text, in a box of their own."""
    parent = element.getparent()
    return element if parent is None or parent.tag in ("html", "body") else parent
