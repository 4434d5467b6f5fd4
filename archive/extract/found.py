"""What was found on a page, before anybody judges what the page is."""

from __future__ import annotations

from typing import NamedTuple

from archive.extract.body.choice import Body
from archive.extract.head.page_head import PageHead
from archive.extract.layout import Layout
from archive.extract.printed_byline import PrintedByline
from archive.extract.titles import Title


class Found(NamedTuple):
    """The parts of a page."""

    head: PageHead
    layout: Layout
    title: Title
    body: Body
    byline: PrintedByline
