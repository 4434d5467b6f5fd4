"""`/changes`: texts that changed or vanished; as a file, `/changes.csv`, and as a feed, `/changes.atom`."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.atom import MIME, write_atom
from archive.reading.feeds import changes_feed
from archive.reading.pages.changes import KINDS, ChangeFilter, changes_csv, changes_page
from archive.reading.serving import answers


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/changes$", changes), (r"^/changes\.csv$", table), (r"^/changes\.atom$", feed)]


async def changes(request: Request, datasette: Datasette) -> Response:
    read = partial(changes_page, chosen=_chosen(request), page=answers.number_of(request))
    return await answers.html(request, datasette, "changes.html", read, kinds=KINDS)


async def table(request: Request, datasette: Datasette) -> Response:
    return await answers.table(datasette, "changes.csv", partial(changes_csv, chosen=_chosen(request)))


async def feed(request: Request, datasette: Datasette) -> Response:
    chosen, language = _chosen(request), request.scope["language"]
    home = answers.home_of(request, datasette)
    written = await answers.ask(
        datasette, lambda conn: write_atom(changes_feed(conn, chosen, home, language))
    )
    return Response(written, content_type=MIME)


def _chosen(request: Request) -> ChangeFilter:
    return ChangeFilter(**{name: request.args.get(name) or "" for name in ("site", "kind", "year")})
