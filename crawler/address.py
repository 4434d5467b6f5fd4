"""Parts of an address: its host, what a pattern is matched against; and whether an IP address is public."""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import urlsplit

from archive.addresses import split_address

_SESSION_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_SESSION_FIELD = re.compile(
    r"(?:^|(?<=[?&]))(?:PHPSESSID|JSESSIONID|ASPSESSIONID\w*|session_?id|sid|s)="
    r"(?=[a-z]*\d)(?=\d*[a-z])[\da-z]{16,}(?:&|$)",
    re.IGNORECASE,
)


_NO_HOST: Final = re.compile(r"[\s\x00-\x1f\"<>\\^`{|}]")
_AS_ASKED: Final = re.compile(r"https?://[a-z\d.-]+(?::(?!80/|443/)\d+)?/")
_LINE_BREAKS: Final = dict.fromkeys(map(ord, "\t\r\n"))
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_IPV4_WITHIN: Final = (IPv6Network("::/96"), IPv6Network("64:ff9b::/96"))
"""IPv6 addresses that end with one of IPv4: compatible (RFC 4291), and translated (NAT64, RFC 6052)."""


def host_of(url: str) -> str | None:
    """Return the host, as it is looked up, of an address that can be asked for by http or https.

    In small letters and ASCII (`xn--…`). None for any other address: another scheme, no host, or one with a
    name and password before it, a port that is none (`:99999`), a bracket that is not closed.
    """
    try:
        parts = urlsplit(url)
        can_be_asked = parts.scheme in ("http", "https") and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    host = parts.hostname
    if not can_be_asked or host is None or "@" in parts.netloc or _NO_HOST.search(host):
        return None
    return in_ascii(host)


def in_ascii(host: str) -> str:
    """Return a host in small letters as names are looked up: `例子.测试` is `xn--fsqu00a.xn--0zwm56d`."""
    try:
        return host.lower() if host.isascii() else host.encode("idna").decode().lower()
    except UnicodeError:
        return host


def as_asked(url: str) -> str:
    """Return a web address with its host as it is asked for; the path stays as it is written.

    In small letters and ASCII, without a default port, and without the line breaks that a browser drops, too:
    `http://Mine.Example:80` is `http://mine.example/`. What can't be asked for stays as it is.
    """
    whole = url.translate(_LINE_BREAKS)
    if _AS_ASKED.match(whole):
        return whole
    host, parts = host_of(whole), split_address(whole)
    if host is None:
        return url
    port = "" if parts.port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{parts.port}"
    rest = whole.partition("//")[2].removeprefix(parts.netloc)
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}{rest or '/'}"


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


def literal(host: str) -> str | None:
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
