"""A web in memory, and a walk over a definition's lists in it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping

from archive.model import Capture
from crawler.paging import ListPage, Repeats
from crawler.paging.forms import form_of, without_form
from crawler.paging.view_states import ViewStates, view_state
from crawler.probe.prober import Prober
from crawler.probe.proposal import Proposal
from crawler.site import Site


class MemoryWeb:
    """Answers what a prober asks for."""

    def __init__(self, home: str, answers: Mapping[str, bytes | str]) -> None:
        self.home = home
        self._answers = {
            path: body if isinstance(body, bytes) else body.encode() for path, body in answers.items()
        }
        self.asked: list[str] = []

    def answer(self, url: str, fields: Mapping[str, str] | None = None) -> bytes | None:
        """Return the body at an address; a posted form's events stand behind its path."""
        path = without_form(url).removeprefix(self.home) or "/"
        if fields is not None:
            path += "".join(f"{'&' if at else '#'}{n}={fields[n]}" for at, n in enumerate(form_of(url) or {}))
        self.asked.append(path)
        return self._answers.get(path)

    async def fetch(self, url: str, fields: Mapping[str, str] | None) -> Capture | str:
        body = self.answer(url, fields)
        if body is None:
            return "answered 404 Not Found"
        return Capture(url=without_form(url), captured_at="2026-11-01T00:00:00Z", body=body, status=200)

    def proposal(self, path: str = "/") -> Proposal:
        """Return what a probe of a page proposes."""
        return asyncio.run(Prober(self.fetch).propose(self.home + path))

    def collect(self, site: Site) -> set[str]:
        """Return the addresses of all articles that a walk over the site's lists gives."""
        found: set[str] = set()
        lists = [*site.start]
        for url in lists:
            for page in self._walk(site, url):
                kinds = {url: site.kind_of(url) for url in site.addresses(page)}
                found |= {url for url, kind in kinds.items() if kind == "article"}
                lists += [url for url, kind in kinds.items() if kind == "listing" and url not in lists]
        return found

    def _walk(self, site: Site, url: str | None) -> Iterator[ListPage]:
        repeats, states = Repeats(), ViewStates()
        while url and (body := self.answer(url, states.fields(url))) is not None:
            page = ListPage(url, body.decode("utf-8" if _is_utf8(body) else "gb18030"))
            states.remember(page.url, view_state(page))
            articles = frozenset(url for url in site.addresses(page) if site.kind_of(url) == "article")
            if not articles or repeats.earlier(url, articles):
                return
            yield page
            url = site.paging.next_page(page)


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
