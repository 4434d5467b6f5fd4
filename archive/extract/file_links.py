"""Links from an article to files: 附件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from archive.model import FileLink

_SUFFIX = re.compile(r"\.(?:docx?|pdf|xlsx?|zip|rar|7z|wps|et|ofd|rtf|pptx?|txt)$", re.IGNORECASE)
_MAYBE = re.compile(r"\.\w{2,4}\s*(?:[?#]|$)|down|attach", re.IGNORECASE)
_DOWNLOAD = re.compile(r"(?:download|filedown|attach)[\w/]*\.(?:jsp|asp|aspx|php|do)\?", re.IGNORECASE)


def find_file_links(element: etree._Element, base_url: str) -> tuple[FileLink, ...]:
    """Return the files that `element` links to, with absolute addresses, each once."""
    found: dict[str, FileLink] = {}
    for link in element.iter("a"):
        href = link.get("href")
        if not href or not _MAYBE.search(href):
            continue
        url = resolve(base_url, href)
        if url and url not in found and is_file(url):
            text = " ".join("".join(link.itertext()).split())
            found[url] = FileLink(url=url, name=text or link.get("title") or _file_name(url))
    return tuple(found.values())


def is_file(url: str) -> bool:
    """Tell whether an address names a document or a packed file rather than a page."""
    return bool(_SUFFIX.search(urlsplit(url).path) or _DOWNLOAD.search(url))


def resolve(base_url: str, href: str | None) -> str | None:
    """Return the absolute address without its fragment, None for what is no http address."""
    if not href or href.strip().lower().startswith(("javascript:", "mailto:", "#", "data:")):
        return None
    try:
        url = urljoin(base_url, href.strip()).partition("#")[0]
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None


def page_base(tree: etree._Element, url: str) -> str:
    """Return the address against which the page's links are meant (`<base href>`)."""
    for base in _bases(tree):
        return resolve(url, base) or url
    return url


def _bases(tree: etree._Element) -> Iterator[str]:
    return (base.get("href") for base in tree.iter("base") if base.get("href"))


def _file_name(url: str) -> str:
    return unquote(urlsplit(url).path.rpartition("/")[2])
