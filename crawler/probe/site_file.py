"""Writes a proposal down: the site's file, and the pages that it was made after as a test."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from archive.article import compose, read
from archive.errors import CallError
from archive.extract.charset import decode
from archive.extract.rules import SiteRules
from crawler.paging import ListPage
from crawler.probe.proposal import Proposal

ROOT = Path(__file__).parents[2]
_LONGEST = 110
_ROOM = _LONGEST - len("    rules=,")
"""Where a line is longer, `ruff format` breaks it."""
_MOST_LINES = 20
"""Below the docstring, until many lists are written as rows."""
_SAFE = re.compile(r"[\w./:?&=%~,;+-]+", re.ASCII)


def source_of(proposal: Proposal, day: str) -> str:
    """Return the text of spiders/NAME.py; `day` (ISO 8601) is when the site was seen."""
    written = _written(proposal, day, "", _tuple(proposal.start))
    is_long = sum(map(bool, written.splitlines()[1:])) > _MOST_LINES
    if is_long and all(url.startswith(proposal.home) and _SAFE.fullmatch(url) for url in proposal.start):
        return _written(proposal, day, *_in_rows(proposal))
    return written


def _in_rows(proposal: Proposal) -> tuple[str, str]:
    """Return the paths of many lists as rows of a text, and the addresses made of them."""
    paths = " ".join(url.removeprefix(proposal.home) for url in proposal.start)
    rows = textwrap.fill(paths, _LONGEST, break_long_words=False, break_on_hyphens=False)
    return f'LISTS = """\n{rows}\n"""\n', f'tuple(f"{proposal.home}{{path}}" for path in LISTS.split())'


def _written(proposal: Proposal, day: str, constants: str, start: str) -> str:
    dialect = proposal.dialect.source.partition("(")[0]
    imports = [
        "from archive.extract.rules import SiteRules" if proposal.rules else "",
        f"from crawler.paging import {dialect}" if dialect else "",
        "from crawler.site import Site",
    ]
    lines = [
        f'"""{_plain(proposal.title)} {_plain(proposal.home)}: seen on {day}."""\n',
        *filter(None, imports),
        *([f"\n{constants}"] if constants else [""]),
        "SITE = Site(",
        *(f"    {name}={value}," for name, value in _fields(proposal, day, start).items()),
        ")\n",
    ]
    return "\n".join(lines)


def _fields(proposal: Proposal, day: str, start: str) -> dict[str, str]:
    fields = {
        "name": _quoted(proposal.name),
        "title": _quoted(proposal.title),
        "home": _quoted(proposal.home),
        "kind": _quoted(proposal.kind),
        "start": start,
        "article": _raw(proposal.article),
        "listing": _raw(proposal.listing) if proposal.listing else "",
        "items": _quoted(proposal.items) if proposal.items else "",
        "scripted": _raw(proposal.hidden.pattern) if proposal.hidden else "",
        "scripted_form": _quoted(proposal.hidden.form) if proposal.hidden else "",
        "hosts": _tuple(proposal.hosts) if proposal.hosts else "",
        "paging": proposal.dialect.source,
        "rules": _rules(replace(proposal.rules, since=day)) if proposal.rules else "",
        "verified": _quoted(day),
    }
    return {name: value for name, value in fields.items() if value}


def _tuple(texts: Sequence[str]) -> str:
    rows = "".join(f"        {_quoted(text)},\n" for text in texts)
    return f"(\n{rows}    )" if len(texts) > 1 else f"({_quoted(texts[0])},)"


def _rules(rules: SiteRules) -> str:
    said = {name: getattr(rules, name) for name in ("body", "title", "byline", "since")}
    selectors = ", ".join(f"{name}={_quoted(value)}" for name, value in said.items() if value)
    line = f"(SiteRules({selectors}),)"
    if len(line) <= _ROOM:
        return line
    line = f"        SiteRules({selectors}),"
    if len(line) > _LONGEST:
        line = f"        SiteRules(\n            {selectors}\n        ),"
    return f"(\n{line}\n    )"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _raw(pattern: str) -> str:
    """A page's addresses may not end the literal and go on as Python."""
    return repr(pattern) if '"' in pattern else f'r"{pattern}"'


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isprintable() and char not in '"\\')


def write(proposal: Proposal, day: str, root: Path = ROOT) -> list[Path]:
    """Write the site's file and its test; return their paths. `CallError` where the site has a file."""
    file = root / "spiders" / f"{proposal.name}.py"
    if file.exists():
        raise CallError(
            f"{file} exists", remedy="Remove or rename it, or copy what you need from the proposal"
        )
    folder = root / "tests" / "spiders" / proposal.name
    folder.mkdir(parents=True, exist_ok=True)
    capture = proposal.samples[0][0]
    contents = {
        file: source_of(proposal, day).encode(),
        folder / "list.html": proposal.list_page.body,
        folder / "article.html": capture.body,
        folder / "expected.json": _expected(proposal).encode(),
    }
    for path, content in contents.items():
        path.write_bytes(content)
    return [*contents]


def _expected(proposal: Proposal) -> str:
    """What the definition makes of the two pages; whoever adds the site compares it with them."""
    site, capture = proposal.site, proposal.samples[0][0]
    page = ListPage(proposal.start[0], decode(proposal.list_page.body).text)
    addresses = [url for url in dict.fromkeys(site.addresses(page)) if site.kind_of(url) == "article"]
    extraction = read(capture, site.rules)
    article = compose([extraction])
    expected = {
        "encoding": extraction.charset,
        "list": {"url": page.url, "articles": addresses, "next": site.paging.next_page(page)},
        "article": {
            "url": capture.url,
            "title": article.cleaned.title,
            "published_at": article.fields.get("published_at"),
            "fields": {name: article.fields[name] for name in ("author", "source") if name in article.fields},
            "body": article.cleaned.body.split("\n"),
        },
    }
    return json.dumps(expected, ensure_ascii=False, indent=2) + "\n"
