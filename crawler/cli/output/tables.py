"""Tables on a terminal; in a pipe they are as wide as they need to be."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click
from rich.console import Console
from rich.table import Table

WIDE = 200


def print_table(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Print `rows` under `columns`; numbers stand to the right."""
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(_cell(value) for value in row))
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    with console.capture() as shown:
        console.print(table)
    # rich by itself would end the program where nobody reads it any more.
    click.echo(shown.get(), nl=False)


def _cell(value: object) -> str:
    return f"{value:>6}" if isinstance(value, int) else str(value)
