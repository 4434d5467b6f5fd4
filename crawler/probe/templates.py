"""The template of a site: selectors that give on all samples what the general reader found there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from lxml import etree

from archive.extract import extract, parse
from archive.extract.body.choice import find_body
from archive.extract.element_text import text_of
from archive.extract.head.meta_tags import read_meta, stated_title
from archive.extract.media import Media, sniff
from archive.extract.rules import SiteRules
from archive.extract.titles import find_title
from archive.extract.walk import read_layout
from archive.model import Capture, Extraction
from crawler.probe.selectors import names_of, selectors_of

_HIGHEST = 6
"""Levels above the text where its named box may be; editors put a table between."""
_FURTHER_CHARS = 40
"""What a byline's box may hold beside what was read as the byline: 【字号：大 中 小】."""


class _Sample(NamedTuple):
    capture: Capture
    tree: etree._Element
    found: Extraction
    """By the general reader."""


def template_of(captures: Sequence[Capture]) -> SiteRules | None:
    """Return the selectors that are sure; None where that of the body is not: without it is no template."""
    samples = [_sample(capture) for capture in captures if sniff(capture.body, capture.url) is Media.HTML]
    if not samples:
        return None
    rules = next((rules for rules in _of_body(samples[0]) if _agrees(rules, samples)), None)
    for with_more in (_of_title, _of_byline) if rules else ():
        assert rules is not None
        rules = next((more for more in with_more(rules, samples) if _agrees(more, samples)), rules)
    return rules


def _sample(capture: Capture) -> _Sample:
    page = parse(capture.body, capture.url, capture.headers)
    return _Sample(capture, page.tree, extract(capture.body, capture.url, capture.headers))


def _agrees(rules: SiteRules, samples: Sequence[_Sample]) -> bool:
    pages = ((sample.capture, sample.found) for sample in samples)
    return all(
        _says(extract(page.body, page.url, page.headers, rules=rules)) == _says(found)
        for page, found in pages
    )


def _says(found: Extraction) -> tuple[object, ...]:
    return found.text, found.title, found.fields, found.origins, "template_unknown" in found.warnings


def _of_body(sample: _Sample) -> Iterator[SiteRules]:
    layout = read_layout(sample.tree)
    title = find_title(layout, sample.tree, stated_title(read_meta(sample.tree)))
    element: etree._Element | None = find_body(layout, title.lines).element
    for _ in range(_HIGHEST):
        if element is None or element.tag in ("body", "html"):
            return
        yield from (SiteRules(body=name) for name in names_of(element))
        element = element.getparent()


def _of_title(rules: SiteRules, samples: Sequence[_Sample]) -> Iterator[SiteRules]:
    title = _plain(samples[0].found.title)
    for selector in _unique(samples, lambda text: bool(title) and text == title):
        yield replace(rules, title=selector)


def _of_byline(rules: SiteRules, samples: Sequence[_Sample]) -> Iterator[SiteRules]:
    byline = _plain(samples[0].found.byline)
    longest = len(byline) + _FURTHER_CHARS
    for selector in _unique(samples, lambda text: bool(byline) and byline in text and len(text) <= longest):
        yield replace(rules, byline=selector)


def _unique(samples: Sequence[_Sample], fits: Callable[[str], bool]) -> Iterator[str]:
    """Yield the selectors of boxes whose text fits, the innermost first, that name one box on each sample."""
    boxes = [box for box in samples[0].tree.iter(etree.Element) if fits(_plain(text_of(box)))]
    for box in reversed(boxes):
        for selector in selectors_of(box):
            if all(len(sample.tree.cssselect(selector)) == 1 for sample in samples):
                yield selector


def _plain(text: str | None) -> str:
    return "".join((text or "").split())
