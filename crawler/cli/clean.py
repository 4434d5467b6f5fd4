"""`campaign-archive clean`: what the repair makes of files, without an archive."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from archive.article import compose
from archive.errors import CallError, InputError
from archive.ingest import files_below, readable, texts_in
from archive.model import Article
from crawler.cli.options import json_option
from crawler.cli.output.diff import print_diff

_EDIT = ("rule", "start", "end", "removed", "put", "confidence")
_GAP = ("position", "kind", "omitted_chars")
_STATED = ("completeness", "declared_chars", "shown_chars", "omitted_chars", "unaccounted_chars")


@click.command("clean")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@json_option
@click.option("--diff", "as_diff", is_flag=True, help="Show what was removed, put and repaired, in colour.")
def command(files: tuple[Path, ...], as_json: bool, as_diff: bool) -> int:
    """Show the clean text of FILE…: text, HTML, docx, pdf, WARC, or folders of them. Touches no archive.

    A .doc of the time before 2007 is read where antiword, catdoc or LibreOffice (soffice) is installed.
    Without one it counts as failed.

    \b
    Example:  campaign-archive clean page.html
              campaign-archive clean --diff page.html
              campaign-archive clean --json *.txt | jq .title
    """
    if as_json and as_diff:
        raise CallError("--json and --diff each print something else", remedy="Write one of them")
    failures = 0
    for path in files_below(files):
        try:
            for pages in texts_in(path):
                name, article = readable(str(path)), compose(pages)
                if as_diff:
                    print_diff(name, article.cleaned)
                else:
                    click.echo(_as_json(name, article) if as_json else _as_text(name, article))
        except InputError as error:
            failures += 1
            click.echo(f"Error: {error}", err=True)
    return 1 if failures else 0


def _as_json(name: str, article: Article) -> str:
    cleaned = article.cleaned
    shown = {
        "file": name,
        **_text(article),
        "edits": [_chosen(edit, _EDIT) for edit in cleaned.edits],
        "gaps": [_chosen(gap, _GAP) for gap in cleaned.gaps],
        **_chosen(cleaned.truncation, _STATED),
        "flags": list(article.flags),
        "parts": [_text(part) for part in article.parts],
    }
    return json.dumps(shown, ensure_ascii=False)


def _text(article: Article) -> dict[str, object]:
    return {
        "title": article.cleaned.title,
        "body": article.cleaned.body,
        "fields": dict(article.fields),
    }


def _chosen(found: object, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(found, name) for name in names}


def _as_text(name: str, article: Article) -> str:
    return "\n".join([f"# {name}", *_summary(article), "", *_paragraphs(article), ""])


def _summary(article: Article) -> Iterator[str]:
    cleaned = article.cleaned
    if cleaned.title:
        yield f"title: {cleaned.title}"
    for name, value in sorted(article.fields.items()):
        yield f"{name}: {value}"
    stated = cleaned.truncation
    yield f"completeness: {stated.completeness}"
    if stated.declared_chars is not None:
        yield f"characters: {stated.declared_chars} declared, {stated.shown_chars} shown"
    removed = sum(len(edit.removed) for edit in cleaned.edits if not edit.put)
    repaired = sum(1 for edit in cleaned.edits if edit.put)
    yield f"edits: {len(cleaned.edits)} ({removed} characters removed, {repaired} places repaired)"
    if article.flags:
        yield f"flags: {' '.join(article.flags)}"


def _paragraphs(article: Article) -> Iterator[str]:
    """The body, with each gap named where it is."""
    body, position = article.cleaned.body, 0
    for gap in article.cleaned.gaps:
        yield body[position : gap.position].strip("\n")
        omitted = "an unknown number of" if gap.omitted_chars is None else str(gap.omitted_chars)
        yield f"[gap: {omitted} characters missing]"
        position = gap.position
    yield body[position:].strip("\n")
