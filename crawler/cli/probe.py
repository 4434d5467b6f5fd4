"""`campaign-archive probe`: propose the definition of a site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import click

from archive.model import Capture, Extraction
from crawler.cli.options import data_directory, data_option

_SHOWN_CHARS = 120


@click.command("probe")
@click.argument("url")
@click.option("--write", "is_written", is_flag=True, help="Write spiders/NAME.py and its test.")
@data_option
def command(url: str, is_written: bool) -> None:
    """Propose the definition of the site whose list or home page is URL, from a handful of its pages.

    Finds lists, articles, paging, charset, and the boxes of title, byline and text as far as they are sure;
    shows three articles and what is doubtful.
    Nothing is archived. robots.txt is obeyed, and a real site needs a contact, as for a crawl.

    \b
    Example:  campaign-archive probe http://www.example.com/djgz.htm
    """
    from crawler.probe.doubts import doubts_of
    from crawler.probe.run import probe
    from crawler.probe.site_file import source_of, write

    proposal, day = probe(url, data_directory()), datetime.now(UTC).date().isoformat()
    click.echo(source_of(proposal, day))
    for capture, extraction in proposal.samples:
        click.echo("\n".join(_told(capture, extraction)))
    for doubt in doubts_of(proposal):
        click.echo(f"doubtful: {doubt}")
    if is_written:
        for path in write(proposal, day):
            click.echo(f"written: {path}")


def _told(capture: Capture, extraction: Extraction) -> Iterator[str]:
    yield f"article: {capture.url} ({extraction.charset or extraction.kind})"
    yield f"  title:  {extraction.title or 'none'}"
    yield f"  byline: {' | '.join((extraction.byline or 'none').splitlines())}"
    text = extraction.text.replace("\n", " ")
    yield f"  text:   {text[:_SHOWN_CHARS]}… ({len(text)} characters)"
