from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from archive.reading.atom import Entry, Feed, write_atom


@given(st.text())
def test_any_text_gives_a_feed_that_can_be_read(text: str) -> None:
    entry = Entry(
        id="http://a.example/1", title=text, link="http://a.example/1", updated="2026-10-03T02:14:07Z",
        author=text, summary=text, category=text,
    )  # fmt: skip
    feed = Feed(
        title=text, address="http://a.example/f", page="http://a.example/",
        archive_updated="2026-10-03T03:00:00Z", entries=(entry,),
    )  # fmt: skip
    assert ElementTree.fromstring(write_atom(feed)).tag.endswith("feed")
