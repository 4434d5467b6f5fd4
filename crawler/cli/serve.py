"""`campaign-archive serve`: the archive in a browser."""

from __future__ import annotations

import webbrowser

import click

from crawler.cli.options import data_directory, data_option


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one."
)
@click.option(
    "--public", is_flag=True, help="Serve to others: no SQL of their own, no download of the database."
)
@click.option("--open", "opens", is_flag=True, help="Open the browser at it.")
@data_option
def command(host: str, port: int, public: bool, opens: bool) -> None:
    """Serve the archive to a browser until stopped with Ctrl-C; a crawl may go on at the same time.

    \b
    Example:  campaign-archive serve
              campaign-archive serve --open
              campaign-archive serve --public --host 0.0.0.0 --port 80
    """
    from crawler.reading_room import serve

    serve(data_directory(), host, port, "public" if public else "local", _open if opens else announce)


def announce(address: str) -> None:
    """Tell where the archive is served."""
    click.echo(f"The archive is open at {address} (stop with Ctrl-C)")


def _open(address: str) -> None:
    announce(address)
    if not webbrowser.open(address):
        click.echo("No browser could be opened; go to that address yourself.", err=True)
