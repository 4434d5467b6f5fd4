from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.addresses import iri_to_uri, join_address, spellings, split_address
from archive.copies.mirrors import original_address, same_path
from archive.extract.file_links import is_file
from archive.store.derivation.host_lines import host_of
from archive.store.export.cdxj import surt

BROKEN = [
    "http://[bad/address",
    "http://[::1/x.htm",
    "//[x",
    "http://青山／矿.example/",
    "http://qingshan.example:99999/",
    "http://qingshan.example:port/",
]


@pytest.mark.parametrize("url", BROKEN)
def test_what_is_no_address_has_neither_scheme_nor_host(url: str) -> None:
    parts = split_address(url)
    assert (parts.scheme, parts.netloc, parts.hostname, parts.path) == ("", "", None, url)
    assert (surt(url), host_of(url), original_address(url)) == (url, "", None)
    assert not same_path(url, "http://www.qingshan.example/a/1.htm")


def test_what_is_one_is_split_as_ever() -> None:
    parts = split_address("http://qingshan.example:8080/a/1.htm?page=2")
    assert (parts.hostname, parts.port, parts.path, parts.query) == (
        "qingshan.example",
        8080,
        "/a/1.htm",
        "page=2",
    )


@pytest.mark.parametrize("href", ["http://[x/a.doc", "//[x", "http://青山／矿.example/a.doc"])
def test_a_link_without_an_address_leads_nowhere(href: str) -> None:
    assert join_address("http://www.qingshan.example/a/", href) is None
    assert join_address("http://[bad/address", "a.doc") is None


@given(st.text(max_size=40).map("http://".__add__), st.text(max_size=40))
def test_no_address_raises(base: str, href: str) -> None:
    for url in (base, href, join_address(base, href) or ""):
        assert is_file(url) or not split_address(url).path.endswith(".doc")
        assert surt(url).isascii() or not url.isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://qingshan.example/a?b=1#c", "https://qingshan.example/a?b=1#c"),
        ("http://qingshan.example/a", "https://www.qingshan.example:443/a"),
        ("http://www.qingshan.example:80", "http://qingshan.example"),
        ("http://qingshan.example:8080/a", "http://www.qingshan.example:8080/a"),
    ],
)
def test_two_spellings_of_an_address_lead_to_each_other(one: str, other: str) -> None:
    assert other in spellings(one) and one in spellings(other)


@pytest.mark.parametrize(
    "other",
    [
        "https://qingshan.example:8080/a",
        "http://qingshan.example:443/a",
        "http://qingshan.example/A",
        "http://m.qingshan.example/a",
        "http://qingshan.example/a/",
        "ftp://qingshan.example/a",
    ],
)
def test_what_differs_in_more_is_another_address(other: str) -> None:
    assert other not in spellings("http://qingshan.example/a")
    assert other not in spellings("http://qingshan.example:8080/a")


@given(st.text(max_size=40).map("http://".__add__) | st.text(max_size=40) | st.sampled_from(BROKEN))
def test_the_first_spelling_is_the_address_itself(url: str) -> None:
    found = spellings(url)
    assert found[0] == url
    assert len(found) == len(set(found)) <= 9


@pytest.mark.parametrize(
    ("noted", "asked_for"),
    [
        (
            "http://Qingshan.Example/A/1.htm?b=2&a=%E4%B8%AD#top",
            "http://qingshan.example/A/1.htm?b=2&a=%E4%B8%AD",
        ),
        ("http://qingshan.example/通知/1 2.htm", "http://qingshan.example/%E9%80%9A%E7%9F%A5/1%202.htm"),
        ("http://qingshan.example/s?q=安全", "http://qingshan.example/s?q=%E5%AE%89%E5%85%A8"),
        ("http://qingshan.example", "http://qingshan.example/"),
        ("http://qingshan.example?id=7", "http://qingshan.example/?id=7"),
        (
            "HTTP://qingshan.example:8080/(a)'b'~[c]|!*;d,e@f$g&h=+%20%zz",
            "http://qingshan.example:8080/(a)'b'~[c]|!*;d,e@f$g&h=+%20%zz",
        ),
        ("urn:sha256:0A", "urn:sha256:0A"),
        ("metadata://Gnu.org/安#x", "metadata://Gnu.org/安#x"),
        ("http://[bad/地址", "http://[bad/地址"),
    ],
)
def test_an_address_is_written_as_a_browser_asks_for_it(noted: str, asked_for: str) -> None:
    assert iri_to_uri(noted) == asked_for
    assert iri_to_uri(asked_for) == asked_for
