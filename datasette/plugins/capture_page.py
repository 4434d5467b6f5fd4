"""`/capture/<id>`: a raw response as plain text; its scripts and styles never run."""

from __future__ import annotations

from pathlib import Path

from datasette import NotFound, Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.capture_page import capture_text


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/capture/(?P<id>[0-9]{1,18})$", capture)]


async def capture(request: Request, datasette: Datasette) -> Response:
    database = datasette.get_database("archive")
    capture_id, warc = int(request.url_vars["id"]), Path(database.path).parent / "warc"
    text = await database.execute_fn(lambda conn: capture_text(conn, capture_id, warc))
    if text is None:
        raise NotFound(f"No capture {capture_id}")
    return Response.text(text, headers={"Content-Security-Policy": "sandbox; default-src 'none'"})
