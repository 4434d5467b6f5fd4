"""`/runs`: totals of each site, and what runs warn of."""

from __future__ import annotations

import re

from tests.datasette_pages.answers import Read


def test_runs_and_totals(read: Read) -> None:
    page = read("/runs").text
    assert re.search(r"范文库</a>.*?</th>\s*<td>1</td><td>1 .*?100", page, re.DOTALL)
    assert "3 addresses are not linked any more: &lt;em&gt;columns/7.htm" in page


def test_alarms_are_told_in_the_language_of_the_page(read: Read) -> None:
    assert "fanwenku.example/ 没有指向任何文章的链接" in read("/runs").text
    assert "fanwenku.example/ links to no article; compare" in read("/runs?lang=en").text
