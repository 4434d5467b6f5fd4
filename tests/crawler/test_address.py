from __future__ import annotations

import pytest

from crawler.address import as_asked, host_of, without_session


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://Mine.Example:8080/a", "mine.example"),
        ("https://例子.测试/", "xn--fsqu00a.xn--0zwm56d"),
        ("http://[2400:3200::1]/", "2400:3200::1"),
        ("http://a_b.example/", "a_b.example"),
        *(
            (url, None)
            for url in (
                "http://you@mine.example/",
                "http://you:secret@mine.example/",
                "http://mine example/",
                "http://mine<b>.example/",
                "ftp://mine.example/",
                "http:///a",
                "http://mine.example:0/",
                "http://mine.example:99999/",
            )
        ),
    ],
)
def test_only_what_can_be_asked_for_has_a_host(url: str, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://mine.example/a.htm", "http://mine.example/a.htm"),
        ("http://MINE.Example:80/A.htm", "http://mine.example/A.htm"),
        ("https://mine.example:443/", "https://mine.example/"),
        ("https://mine.example:80/", "https://mine.example:80/"),
        ("http://mine.example:8100/", "http://mine.example:8100/"),
        ("HTTP://mine.example", "http://mine.example/"),
        ("http://mine.example?id=1", "http://mine.example?id=1"),
        ("http://例子。测试/党建.htm", "http://xn--fsqu00a.xn--0zwm56d/党建.htm"),
        ("http://mine.example/a.\r\n\thtm", "http://mine.example/a.htm"),
        ("http://[2400:3200::1]:80/a", "http://[2400:3200::1]/a"),
        ("http://mine.example/A%20b?HOST=X", "http://mine.example/A%20b?HOST=X"),
        ("mailto:you@mine.example", "mailto:you@mine.example"),
        ("http://[x/", "http://[x/"),
    ],
)
def test_the_host_of_an_address_has_one_spelling(url: str, expected: str) -> None:
    assert as_asked(url) == expected
    assert as_asked(expected) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.example/l.jsp;jsessionid=4F0A?p=2", "http://a.example/l.jsp?p=2"),
        ("http://a.example/l?sid=4f0ab2194f0ab219&p=2", "http://a.example/l?p=2"),
        ("http://a.example/l?p=2&PHPSESSID=4f0ab2194f0ab219", "http://a.example/l?p=2"),
        ("http://a.example/l?sid=4f0ab2194f0ab219", "http://a.example/l"),
        ("http://a.example/l?sid=7&p=2", "http://a.example/l?sid=7&p=2"),
        ("http://a.example/l?sid=12345678901234567", "http://a.example/l?sid=12345678901234567"),
        ("http://a.example/l?basid=4f0ab2194f0ab219", "http://a.example/l?basid=4f0ab2194f0ab219"),
        ("http://a.example/l?", "http://a.example/l?"),
    ],
)
def test_the_name_of_a_visit_is_no_part_of_an_address(url: str, expected: str) -> None:
    assert without_session(url) == expected
