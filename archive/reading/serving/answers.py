"""What the routes of the reading room have in common: read the address, ask the archive, answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import TypeVar

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from archive.reading.search_address import read_page, trail
from archive.reading.serving.budget import in_budget

Page = TypeVar("Page")


def arguments_of(request: Request) -> dict[str, list[str]]:
    """Return the query string: each name with its values in their order."""
    # Datasette reads the query string again each time that it is asked for `args`.
    arguments = request.args
    return {name: arguments.getlist(name) for name in arguments}


def trail_of(request: Request) -> str:
    """Return the query string of the list that led to an article, or `""`."""
    return trail(arguments_of(request))


def number_of(request: Request) -> int:
    """Return which page of a list is asked for, from 1."""
    return read_page({"page": request.args.getlist("page")})


def home_of(request: Request, datasette: Datasette) -> str:
    """Return the address of the front page as the reader has it, without a slash at its end."""
    return str(datasette.absolute_url(request, datasette.urls.path("/"))).rstrip("/")


async def ask(datasette: Datasette, read: Callable[[sqlite3.Connection], Page | None]) -> Page:
    """Return what `read` finds in the archive, within the time that a page may take; None is not found."""
    found: Page | None = await datasette.get_database("archive").execute_fn(in_budget(read))
    if found is None:
        raise NotFound("")
    return found


async def html(
    request: Request,
    datasette: Datasette,
    template: str,
    read: Callable[[sqlite3.Connection], object],
    **more: object,
) -> Response:
    """Show what `read` finds: as `page` in the template, beside `more`."""
    context = {"page": await ask(datasette, read), **more}
    return Response.html(await datasette.render_template(template, context, request=request))


async def table(
    datasette: Datasette, file_name: str, written: Callable[[sqlite3.Connection], Iterable[bytes]]
) -> Response:
    """Give a table as CSV, to be saved under `file_name`."""
    body = await ask(datasette, lambda conn: b"".join(written(conn)))
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return Response(body, content_type="text/csv; charset=utf-8", headers=headers)
