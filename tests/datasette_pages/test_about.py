"""`/about`: how texts are cleaned and searched, as it is in this archive."""

from __future__ import annotations

import re

import pytest

from archive.fold import FOLD_VERSION
from archive.search.query.filters import FIELDS
from tests.datasette_pages.answers import Read


def test_about_in_both_languages(read: Read) -> None:
    assert "检索按字进行" in read("/about").text
    assert "It matches characters, not words" in read("/about?lang=en").text


def test_about_names_the_rules_that_did_something_here(read: Read) -> None:
    page = read("/about").text
    listed = dict(re.findall(r"<code>(\w+)</code> <span[^>]*>[^<]*</span></th><td[^>]*>(\d+)</td>", page))
    assert {"title", "omission_notice"} <= listed.keys() and int(listed["title"]) > 20
    assert f"{FOLD_VERSION}" in page.partition('class="source">')[2].partition("</p>")[0]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_about_explains_every_field_of_a_query(read: Read, code: str) -> None:
    explained = read(f"/about?lang={code}").text
    names = [name for name in FIELDS if name.isascii() == (code == "en")]
    fields = {FIELDS[name] for name in names if f"{name}:" in explained}
    assert set(FIELDS.values()) - {"script"} <= fields
    assert "NEAR/5" in explained and "创?争优" in explained
