"""TRS WCM 拓尔思: most government portals and state-owned groups."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.rules import SiteRules
from crawler.site import Site

TEMPLATES = (
    SiteRules(body=".TRS_Editor, .TRS_UEDITOR, .trs_editor_view, .trs_paper_default, .TRS_PreAppend"),
)
"""The editor's own box, whatever the template around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trs(Site):
    """Lists index.html, index_1.html …, counted by `createPageHTML(12, 0, "index", "html")`.

    Articles `/djgz/202112/t20211229_89958.html`: month, then day and number.
    """

    article: str = r"/[\w/]+/\d{6}/t\d{8}_\d+\.s?html?"
    rules: tuple[SiteRules, ...] = TEMPLATES
