"""`/runs`: the latest runs and the totals per site."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.runs import runs_page
from archive.reading.serving import answers
from archive.reading.wording.run_notes import run_note


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/runs$", runs)]


async def runs(request: Request, datasette: Datasette) -> Response:
    note = partial(run_note, chosen=request.scope["language"])
    return await answers.html(request, datasette, "runs.html", runs_page, note=note)
