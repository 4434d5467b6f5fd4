"""Links from an article to files: 附件."""

from __future__ import annotations

import re
from urllib.parse import unquote

from lxml import etree

from archive.addresses import join_address, split_address
from archive.extract.element_text import text_of
from archive.invisible import visible
from archive.model import FileLink

_FORMATS = "docx?|pdf|xlsx?|zip|rar|7z|wps|et|ofd|rtf|pptx?|txt"
_SUFFIX = re.compile(rf"\.(?:{_FORMATS})$", re.IGNORECASE)
_FORMAT_NAMED = re.compile(rf"\.(?:{_FORMATS})\b")
_DOWNLOAD = re.compile(r"(?:download|filedown|attach)[\w/]*\.(?:jsp|asp|aspx|php|do)\?", re.IGNORECASE)


def find_file_links(element: etree._Element, base_url: str) -> tuple[FileLink, ...]:
    """Return the files that `element` links to, with absolute addresses, each once."""
    links = [(link, href) for link in element.iter("a") if (href := link.get("href"))]
    if not _may_name_file("\n".join([href for _, href in links])):
        return ()
    found: dict[str, FileLink] = {}
    for link, href in links:
        url = resolve(base_url, href) if _may_name_file(href) else None
        if url and url not in found and (is_file(url) or names_file(text_of(link))):
            found[url] = FileLink(url=url, name=_name(link, url))
    return tuple(found.values())


def _may_name_file(addresses: str) -> bool:
    """Tell whether one of some addresses has what no page's has; asked of all first, since few name files."""
    lower = addresses.lower()
    return "down" in lower or "attach" in lower or _FORMAT_NAMED.search(lower) is not None


def is_file(url: str) -> bool:
    """Tell whether an address names a document or a packed file rather than a page."""
    return names_file(split_address(url).path) or _DOWNLOAD.search(url) is not None


def names_file(name: str) -> bool:
    """Tell by its end whether a name is that of a document or a packed file."""
    return "." in name and _SUFFIX.search(name) is not None


def resolve(base_url: str, href: str | None) -> str | None:
    """Return the absolute address without its fragment, None for what is no http address."""
    if not href or href.strip().lower().startswith(("javascript:", "mailto:", "#", "data:")):
        return None
    url = (join_address(base_url, href.strip()) or "").partition("#")[0]
    return url if url.startswith(("http://", "https://")) else None


def page_base(tree: etree._Element, url: str) -> str:
    """Return the address against which the page's links are meant (`<base href>`)."""
    base = tree.find(".//base[@href]")
    return url if base is None else resolve(url, base.get("href")) or url


def _name(link: etree._Element, url: str) -> str:
    """The first that shows anything: the link's text, its title, the file's name, the address."""
    names = (text_of(link), link.get("title") or "", unquote(split_address(url).path.rpartition("/")[2]))
    return next(filter(None, map(visible, names)), url)
