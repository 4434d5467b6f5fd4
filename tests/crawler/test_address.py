from __future__ import annotations

import pytest

from crawler.address import is_public, literal, without_session


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *(
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fe80::1%eth0",
            "fc00::1",
            "ff02::1",
        ),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "", "web.localhost"),
    ],
)
def test_what_lies_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["223.5.5.5", "2400:3200::1", "::ffff:223.5.5.5"])
def test_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("host", "address"), [("[::1]", "::1"), ("10.0.0.1", "10.0.0.1"), ("mine.test", None)]
)
def test_an_ip_address_is_told_from_a_name(host: str, address: str | None) -> None:
    assert literal(host) == address


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
