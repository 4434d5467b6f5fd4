"""Parts of an address: its host, what a pattern is matched against; and whether an IP address is public."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from archive.addresses import split_address

_SESSION_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_SESSION_FIELD = re.compile(
    r"(?:^|(?<=[?&]))(?:PHPSESSID|JSESSIONID|ASPSESSIONID\w*|session_?id|sid|s)="
    r"(?=[a-z]*\d)(?=\d*[a-z])[\da-z]{16,}(?:&|$)",
    re.IGNORECASE,
)


def host_of(url: str) -> str | None:
    """Return the host, in small letters, of an address that can be asked for by http or https.

    None for any other: another scheme, no host, a port that is none (`:99999`), a bracket that is not closed.
    """
    try:
        parts = urlsplit(url)
        can_be_asked = parts.scheme in ("http", "https") and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    return parts.hostname if can_be_asked else None


def target_of(url: str) -> str:
    """Return the path and query of an address, which a site's patterns are matched against."""
    parts = split_address(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def without_session(url: str) -> str:
    """Return an address without the name of a visit (`;jsessionid=…`, `&sid=4f0a…`), which differs at each.

    `sid=7` names a part of a site, and stays.
    """
    if "=" not in url:
        return url
    cut = _SESSION_FIELD.sub("", _SESSION_PATH.sub("", url))
    return cut if cut == url else cut.rstrip("?&")


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open Internet.

    False for private, loopback, link-local, multicast and reserved ones, and for what is no IP address.
    """
    try:
        found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast


def literal(host: str) -> str | None:
    """Return the IP address that a host name is written as: `[::1]`; None for a name."""
    try:
        return str(ip_address(host.strip("[]").partition("%")[0]))
    except ValueError:
        return None
