"""IP addresses: which host names are one, in whatever form, and which are of the open Internet."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_IPV4_WITHIN: Final = (IPv6Network("::/96"), IPv6Network("64:ff9b::/96"))
"""IPv6 addresses that end with one of IPv4: compatible (RFC 4291), and translated (NAT64, RFC 6052)."""


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open Internet.

    False for private, loopback, link-local, multicast and reserved ones, and for what is no IP address.
    """
    try:
        found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1] or _within(found)
        if inner is not None:
            return is_public(str(inner))
        if found.is_site_local:
            return False
    return found.is_global and not found.is_multicast


def _within(address: IPv6Address) -> IPv4Address | None:
    if any(address in network for network in _IPV4_WITHIN):
        return IPv4Address(int(address) % 2**32)
    return None


def ip_literal(host: str) -> str | None:
    """Return the IP address that a host name is written as, also in other ways than the usual ones.

    `[::1]`, and of 127.0.0.1: `127.1`, `0x7f.1`, `2130706433`, `127.0.0.1.`; None for a name.
    """
    plain = host.strip("[]").partition("%")[0].removesuffix(".")
    try:
        return str(ip_address(plain))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(plain))
    except (OSError, ValueError):
        return None
