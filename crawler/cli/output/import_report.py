"""What `campaign-archive import` says at its end, of files and of other archives."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import click

from archive.ingest import ImportReport
from archive.store.merging.merge import Merged

Taken: TypeAlias = Sequence[tuple[Path, Merged]]
"""What became of the archives in these directories."""


def exit_code(merged: Taken, report: ImportReport | None) -> int:
    """Return 1 where anything was not taken in, else 0."""
    incomplete = any(taken.lost or taken.failures for _, taken in merged)
    return int(incomplete or bool(report and report.failed))


def tell_in_words(merged: Taken, report: ImportReport | None) -> None:
    """Print what became of each archive, and of the files together; what was not taken on standard error."""
    for path, taken in merged:
        _tell_merged(path, taken)
    if report is not None:
        _tell_imported(report)


def _tell_merged(source: Path, merged: Merged) -> None:
    for failure in merged.failures:
        click.echo(f"Not read: {failure}", err=True)
    for told in merged.joined:
        click.echo(f"One text: {told}", err=True)
    for url in merged.lost:
        click.echo(f"Without a text here: {url}", err=True)
    counts = (f"{merged.new} new", f"{merged.changed} changed", f"{merged.unchanged} unchanged")
    kept_out = f"{merged.removed} left out (removed on request)"
    click.echo(f"{source}: {', '.join((*counts, kept_out))}; WARC files copied: {merged.files}")


def _tell_imported(report: ImportReport) -> None:
    for failure in report.failed:
        click.echo(f"Not imported: {failure.path}: {failure.reason}", err=True)
    for reason, count in report.skipped.items():
        click.echo(f"Left out: {count} × {reason}", err=True)
    counts = (f"{report.new} new", f"{report.changed} changed", f"{report.unchanged} unchanged")
    click.echo(", ".join((*counts, f"{len(report.failed)} failed")))
    if left_out := sum(report.skipped.values()):
        click.echo(f"Records left out: {left_out}; the table frontier has their addresses (state: skipped)")


def tell_as_json(merged: Taken, report: ImportReport | None) -> None:
    """Print one JSON object for all of it."""
    sums = _sums(report or ImportReport(), [taken for _, taken in merged])
    click.echo(json.dumps(sums, ensure_ascii=False))


def _sums(report: ImportReport, merged: list[Merged]) -> dict[str, object]:
    """Files and archives together."""
    return {
        "new": report.new + sum(taken.new for taken in merged),
        "changed": report.changed + sum(taken.changed for taken in merged),
        "unchanged": report.unchanged + sum(taken.unchanged for taken in merged),
        "removed": sum(taken.removed for taken in merged),
        "files": sum(taken.files for taken in merged),
        "failed": [{"path": str(failure.path), "reason": failure.reason} for failure in report.failed],
        "left_out": dict(report.skipped),
        "not_read": [failure for taken in merged for failure in taken.failures],
        "joined": [told for taken in merged for told in taken.joined],
        "without_text": [url for taken in merged for url in taken.lost],
    }
