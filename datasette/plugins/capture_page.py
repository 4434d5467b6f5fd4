"""`/capture/<id>`: a raw response as plain text; its scripts and styles never run."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.capture import capture_text
from archive.reading.serving import answers


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/capture/(?P<id>[0-9]{1,18})$", capture)]


async def capture(request: Request, datasette: Datasette) -> Response:
    warc = Path(datasette.get_database("archive").path).parent / "warc"
    read = partial(capture_text, capture_id=int(request.url_vars["id"]), warc_directory=warc)
    text = await answers.ask(datasette, read)
    return Response.text(text, headers={"Content-Security-Policy": "sandbox; default-src 'none'"})
