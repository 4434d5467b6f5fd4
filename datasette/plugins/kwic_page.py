"""`/kwic`: the concordance of a search; and its collocates as a table, `/collocates.csv`."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request
from jinja2 import Environment

from archive.reading import answers
from archive.reading.pages.kwic import collocates_csv, kwic_page, shown_match
from archive.reading.search_address import LINE_SORTS


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/kwic$", kwic), (r"^/collocates\.csv$", words)]


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.filters["shown_match"] = shown_match


async def kwic(request: Request, datasette: Datasette) -> Response:
    read = partial(kwic_page, arguments=answers.arguments_of(request))
    return await answers.html(request, datasette, "kwic.html", read, sorts=LINE_SORTS)


async def words(request: Request, datasette: Datasette) -> Response:
    """What stands beside the matches."""
    home = answers.home_of(request, datasette)
    read = partial(collocates_csv, arguments=answers.arguments_of(request), home=home)
    return await answers.table(datasette, "collocates.csv", read)
