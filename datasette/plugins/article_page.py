"""`/article/<key>`: one article as a page, as plain text, as JSON and as a reference."""

from __future__ import annotations

import json
from urllib.parse import unquote

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

from archive.reading import answers
from archive.reading.article_files import as_json, as_text
from archive.reading.article_page import ArticlePage, article_page
from archive.reading.citation import REFERENCES
from archive.reading.cleaning_page import cleaning_page
from archive.reading.permalink import permalink


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
    """The page, with the matches of `?q=` marked, in the script that `?script=` names."""
    query = request.args.get("q") or ""
    found = await _find(request, datasette, query, request.args.get("script") or "")
    context = {"page": found, "query": query, "link": _link(request, datasette)}
    return Response.html(await datasette.render_template("article.html", context, request=request))


async def cleaning(request: Request, datasette: Datasette) -> Response:
    """The text as scraped beside the text as cleaned."""
    key = unquote(request.url_vars["key"])
    found = await answers.ask_for(datasette, lambda conn: cleaning_page(conn, key), f"No article {key}")
    context = {"page": found, "link": _link(request, datasette)}
    return Response.html(await datasette.render_template("cleaning.html", context, request=request))


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


def _link(request: Request, datasette: Datasette) -> str:
    link: str = datasette.urls.path(f"/article/{request.url_vars['key']}")
    return link


async def _find(request: Request, datasette: Datasette, query: str = "", script: str = "") -> ArticlePage:
    key = unquote(request.url_vars["key"])
    return await answers.ask_for(
        datasette, lambda conn: article_page(conn, key, query, script), f"No article {key}"
    )
