"""`/kwic`: the concordance of a search; its tables, `/collocates.csv` and `/frequencies.csv`."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request
from jinja2 import Environment

from archive.reading.export.concordance_tables import collocates_csv, frequencies_csv
from archive.reading.pages.kwic import far_and_near, kwic_page, shown_match
from archive.reading.search_address import LINE_SORTS
from archive.reading.serving import answers


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/kwic$", kwic), (r"^/(?P<table>collocates|frequencies)\.csv$", table)]


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.filters["far_and_near"] = far_and_near
    env.filters["shown_match"] = shown_match


async def kwic(request: Request, datasette: Datasette) -> Response:
    read = partial(kwic_page, arguments=answers.arguments_of(request))
    return await answers.html(request, datasette, "kwic.html", read, sorts=LINE_SORTS)


async def table(request: Request, datasette: Datasette) -> Response:
    """What stands beside the matches, or how many there are by year."""
    home, name = answers.home_of(request, datasette), request.url_vars["table"]
    write = collocates_csv if name == "collocates" else frequencies_csv
    read = partial(write, arguments=answers.arguments_of(request), home=home)
    return await answers.table(datasette, f"{name}.csv", read)
