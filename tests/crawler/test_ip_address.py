from __future__ import annotations

import pytest

from crawler.ip_address import ip_literal, is_public


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
        *("::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "fec0::1"),
    ],
)
def test_what_lies_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["223.5.5.5", "2400:3200::1", "::ffff:223.5.5.5", "64:ff9b::223.5.5.5"])
def test_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("[::1]", "::1"),
        ("10.0.0.1", "10.0.0.1"),
        *((host, "127.0.0.1") for host in ("127.0.0.1.", "127.1", "0x7f.1", "0177.0.0.1", "2130706433")),
        *((host, None) for host in ("mine.test", "10.0.0.1.mine.test", "163.com", "")),
    ],
)
def test_an_ip_address_is_told_from_a_name(host: str, address: str | None) -> None:
    assert ip_literal(host) == address
