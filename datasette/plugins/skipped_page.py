"""`/skipped`: pages that are no campaign material, with the reasons; and as a file, `/skipped.csv`."""

from __future__ import annotations

from functools import partial

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.pages.skipped import skipped_csv, skipped_page
from archive.reading.serving import answers
from archive.reading.wording.skip_reason import skip_reason


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [(r"^/skipped$", skipped), (r"^/skipped\.csv$", table)]


async def skipped(request: Request, datasette: Datasette) -> Response:
    read = partial(skipped_page, site=_site(request), page=answers.number_of(request))
    reason = partial(skip_reason, language=request.scope["language"])
    return await answers.html(request, datasette, "skipped.html", read, reason=reason)


async def table(request: Request, datasette: Datasette) -> Response:
    return await answers.table(datasette, "skipped.csv", partial(skipped_csv, site=_site(request)))


def _site(request: Request) -> str:
    return request.args.get("site") or ""
