"""`/article/<key>`: one article as a page, as plain text, as JSON and as a reference."""

from __future__ import annotations

import json
from functools import partial
from urllib.parse import unquote

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading.article.citation import REFERENCES
from archive.reading.article.shown_text import Reader
from archive.reading.pages.article import ArticlePage, article_page
from archive.reading.pages.article_files import as_json, as_text
from archive.reading.pages.cleaning import cleaning_page
from archive.reading.permalink import permalink
from archive.reading.search_address import trail_end
from archive.reading.serving import answers


@hookimpl
def register_routes() -> list[tuple[str, object]]:
    return [
        (r"^/article/(?P<key>[^/.]+)$", page),
        (r"^/article/(?P<key>[^/.]+)/cleaning$", cleaning),
        (r"^/article/(?P<key>[^/.]+)\.txt$", plain),
        (r"^/article/(?P<key>[^/.]+)\.json$", data),
        (r"^/article/(?P<key>[^/.]+)\.(?P<form>bib|ris)$", reference),
    ]


async def page(request: Request, datasette: Datasette) -> Response:
    """The page, with the matches of `?q=` marked, in the script that `?shown=` names."""
    reader = Reader(query=request.args.get("q") or "", script=request.args.get("shown") or "")
    read = partial(article_page, key=_key(request), reader=reader)
    came_by = {"trail": answers.trail_of(request), "trail_end": trail_end(answers.arguments_of(request))}
    return await answers.html(request, datasette, "article.html", read, **came_by)


async def cleaning(request: Request, datasette: Datasette) -> Response:
    """The text as scraped beside the text as cleaned."""
    read = partial(cleaning_page, key=_key(request))
    return await answers.html(request, datasette, "cleaning.html", read, trail=answers.trail_of(request))


async def plain(request: Request, datasette: Datasette) -> Response:
    return Response.text(as_text(await _find(request, datasette)))


async def data(request: Request, datasette: Datasette) -> Response:
    body = json.dumps(as_json(await _find(request, datasette)), ensure_ascii=False)
    return Response(body, content_type="application/json; charset=utf-8")


async def reference(request: Request, datasette: Datasette) -> Response:
    """For reference managers."""
    form = REFERENCES[request.url_vars["form"]]
    found = await _find(request, datasette)
    address = permalink(answers.home_of(request, datasette), found.article["key"])
    return Response(form.write(found.article, found.evidence.cited_on, address), content_type=form.mime)


async def _find(request: Request, datasette: Datasette) -> ArticlePage:
    return await answers.ask(datasette, partial(article_page, key=_key(request), reader=Reader()))


def _key(request: Request) -> str:
    return unquote(request.url_vars["key"])
