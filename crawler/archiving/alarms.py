"""The alarms of a crawl: when what it has found, and what the archive knows from before, needs a person."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from statistics import median

from archive.store.copies.republished import Republished
from archive.store.frontier import FrontierRow
from archive.store.reports.last_texts import Read, ReadingFault
from archive.store.runs import StartLists
from archive.store.visit import FORBIDDEN, Judged
from crawler.archiving.findings import Findings

LEAST_OF_USUAL = 2 / 3
"""Of the links that the start lists had in the median of the `RUNS_COMPARED` last crawls that read them."""
RUNS_COMPARED = 5

MOST_FAILED = 0.5
FEWEST_FAILED = 5
"""Texts that failed; fewer are asked for again, and stand in `status`."""

FEWEST_FORBIDDEN = 5
"""Texts; a section with fewer may be closed to robots while nothing new stands in the others."""

MOST_FAULTY = 0.05
"""Share of the texts read that may have one fault."""

FEWEST_FAULTY = 2
"""One odd page is no alarm, however few were read."""

_FAULTS: Mapping[ReadingFault, str] = {
    "empty": "have an empty body; compare `rules` with a page of today",
    "shell": 'are filled by scripts; set `browser="shells"`, and they are read through a browser',
    "template_unknown": "fit no template of the site; add one in front of the others in `rules`",
    "replaced": "hold bytes that their charset can't read; set `charset` in `rules`",
}

FEWEST_JUDGED = 20
"""New articles from which on the share of campaign material among them says anything."""

LEAST_KEPT_OF_USUAL = 1 / 3
"""Measured by what is kept, since at many sites most pages are skipped on every day."""

LONGEST_UNREAD = 3
"""Attempts in a row after which a list that fails has no bad day, but is lost."""

FEWEST_REPUBLISHED = 5
MOST_REPUBLISHED = 0.5
"""Share of the new texts; a channel that shows again what another one had some days ago is usual."""

OFTEN_PAUSED = 7
"""Pauses in a row after which a walk that never ends is told of, each time anew."""


def crawl_alarms(found: Findings, earlier: Sequence[StartLists]) -> Iterator[str]:
    """Yield what the pages of the crawl show; `earlier` are the start lists of those before, newest first."""
    yield from _list_alarms(found)
    yield from _link_alarms(found.links, earlier)
    if found.failed >= FEWEST_FAILED and found.failed > found.asked * MOST_FAILED:
        yield f"{found.failed} of {found.asked} texts failed; `status` has the reasons"


def _list_alarms(found: Findings) -> Iterator[str]:
    if found.forbidden and found.forbidden == found.start:
        yield f"{FORBIDDEN} forbids all lists of the site"
    elif found.forbidden:
        for url in sorted(found.forbidden):
            yield f"{FORBIDDEN} forbids {url}; take it out of `start`"
    for url, answer in found.gone.items():
        yield f"{url} answered {answer}; write into `start` where the list is now"
    for url, links in found.links.items():
        if links == 0:
            yield f"{url} links to no article; compare `article` and `items` with the page of today"


def _link_alarms(links: Mapping[str, int], earlier: Sequence[StartLists]) -> Iterator[str]:
    """Compare the lists that were read now and before: one that failed, or is new, is no loss.

    One that links to no article has its own alarm.
    """
    usual = {url: _usual(url, earlier) for url, count in links.items() if count}
    found = sum(links[url] for url in usual if usual[url])
    if found < sum(usual.values()) * LEAST_OF_USUAL:
        yield f"the lists link to {found} articles, where {sum(usual.values()):g} are usual"


def _usual(url: str, earlier: Sequence[StartLists]) -> float:
    """Articles that a list linked to of late; 0 where it was not read, or never to any."""
    counts = [count for lists in earlier if (count := lists.get(url))]
    return median(counts[:RUNS_COMPARED] or [0])


def forbidden_alarms(texts: int) -> Iterator[str]:
    """Yield an alarm where robots.txt forbade so many texts, and has allowed none meanwhile."""
    if texts >= FEWEST_FORBIDDEN:
        yield f"{FORBIDDEN} forbids all texts: none of the last {texts} could be asked for"


def unread_alarms(start: Collection[str], failed: Sequence[FrontierRow]) -> Iterator[str]:
    """Yield an alarm for each start list that failed for days, or one for all of them.

    `failed` are those that failed now.
    """
    lost = [row for row in failed if row.attempts >= LONGEST_UNREAD]
    if len(lost) == len(start) > 1:
        times = min(row.attempts for row in lost)
        yield f"all lists failed {times} times in a row, at last: {lost[-1].reason}"
    else:
        for row in lost:
            yield f"{row.url} failed {row.attempts} times in a row, at last: {row.reason}"


def reading_alarms(found: Mapping[ReadingFault, Read]) -> Iterator[str]:
    """Yield an alarm for each fault that too many of the last texts have, until they are read well again."""
    for fault, words in _FAULTS.items():
        read = found[fault]
        if read.faulty >= FEWEST_FAULTY and read.faulty > read.total * MOST_FAULTY:
            yield f"{read.faulty} of {read.total} texts {words}"


def pause_alarms(pauses: int, waiting: int) -> Iterator[str]:
    """Yield an alarm where a walk was paused so often that it may never end, with so many addresses left."""
    if pauses % OFTEN_PAUSED == 0:
        yield (
            f"paused {pauses} times, and the walk has not come to its end; {waiting} addresses wait: "
            "give it more minutes or hours"
        )


def selection_alarms(now: Judged, before: Judged) -> Iterator[str]:
    """Yield an alarm where far more new pages than usual are no campaign material, or all of them at first.

    Either the lists lead elsewhere now, or the reader takes the wrong part of the page for its text.
    """
    met, met_before = now.kept + now.irrelevant, before.kept + before.irrelevant
    usual = before.kept / met_before if met_before else 0.0
    if met >= FEWEST_JUDGED and (now.kept == 0 or now.kept < met * usual * LEAST_KEPT_OF_USUAL):
        told = f"where {1 - usual:.0%} are usual; " if met_before else ""
        yield f"{now.irrelevant} of {met} new pages are no campaign material, {told}look at them at /skipped"


def republished_alarms(found: Republished) -> Iterator[str]:
    """Yield an alarm where most new texts are the site's own older ones at other addresses.

    Nothing is lost, but each of them is in the archive twice from now on.
    """
    if found.copies >= FEWEST_REPUBLISHED and found.copies > found.new * MOST_REPUBLISHED:
        yield (
            f"{found.copies} of {found.new} new texts are older ones of the site at new addresses; "
            "where the old addresses are still listed, narrow `article` to one kind"
        )
