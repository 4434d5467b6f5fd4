"""What a person should look at before a proposal is trusted."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.probe.proposal import Proposal

_FEW = 5


def doubts_of(proposal: Proposal) -> Iterator[str]:
    """Yield one sentence each."""
    yield from proposal.doubts
    if len(proposal.articles) < _FEW:
        yield f"only {len(proposal.articles)} articles were found on the lists"
    if "|" in proposal.article:
        yield "articles have addresses of several forms; remove from `article` what is none"
    yield from _unselected(proposal)
    for capture, extraction in proposal.samples:
        if extraction.kind != "article":
            yield f"{capture.url} looks like no article ({extraction.kind})"
        if extraction.confidence == "low":
            yield f"{capture.url}: where its text begins and ends is not sure"
        if extraction.published_at is None:
            yield f"{capture.url} prints no date that is understood"
        if extraction.replaced_chars:
            yield f"{capture.url}: {extraction.replaced_chars} bytes can't be read as {extraction.charset}"


def _unselected(proposal: Proposal) -> Iterator[str]:
    """What has no selector is found page by page by the general reader, as on the samples."""
    rules = proposal.rules
    if rules is None:
        yield "no box holds the text on all samples; the general reader will find it page by page"
        return
    for part in ("title", "byline"):
        printed = any(getattr(extraction, part) for _, extraction in proposal.samples)
        if printed and getattr(rules, part) is None:
            yield f"no selector gives the {part} on all samples; the general reader will find it page by page"
