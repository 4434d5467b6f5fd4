"""What keeps a reader, and the machine, safe: settings that must be in force, and headers on every page.

Mode `local` (loopback only) allows SQL; mode `public` allows none, no download of the database, and no page
that tells of the machine.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils import StartupError

from archive.reading.serving.asgi import App, Message, Receive, Send
from archive.reading.serving.table_addresses import is_of_tables

CONFIGURATION: Final = Path(__file__).parent.parent
SETTINGS_FILES: Final = {"local": ("settings.json",), "public": ("settings.json", "settings-public.json")}

OWN_PAGES: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
TABLES: Final = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Datasette's own pages carry inline scripts and styles."""

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

ABOUT_THE_MACHINE: Final = "/-/"
"""Datasette's pages for the keeper: paths of files, versions, threads. Its styles stand there, too."""
STYLES: Final = ("/-/static/", "/-/static-plugins/")

MAX_ARGUMENTS: Final = 200
"""Of an address. Each link of a page of results repeats them all: 5,000 kept the server busy for minutes."""

LOCAL_NAMES: Final = ("127.0.0.1", "localhost", "[::1]")


@hookimpl
def startup(datasette: Datasette) -> None:
    """Refuse to start unless the settings in force are those of the mode.

    Another version of Datasette reads other files, and would serve with its own defaults without a word.
    """
    for name, value in _intended(_mode(datasette)).items():
        if datasette.setting(name) != value:
            raise StartupError(
                f"Setting {name} must be {json.dumps(value)}. Start with: campaign-archive serve"
            )


def _mode(datasette: Datasette) -> str:
    mode = (datasette.plugin_config("campaign-archive") or {}).get("mode")
    if mode not in SETTINGS_FILES:
        raise StartupError("metadata.yaml is not in force. Start with: campaign-archive serve")
    return str(mode)


def _intended(mode: str) -> dict[str, object]:
    settings: dict[str, object] = {}
    for file in SETTINGS_FILES[mode]:
        settings |= json.loads((CONFIGURATION / file).read_text("utf-8"))
    return settings


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    def wrap(app: App) -> App:
        async def guarded(scope: Message, receive: Receive, send: Send) -> None:
            refusal = _refusal(datasette, scope) if scope["type"] == "http" else None
            sending = _with_headers(scope, send)
            await (refusal.asgi_send(sending) if refusal else app(scope, receive, sending))

        return guarded

    return wrap


def _refusal(datasette: Datasette, scope: Message) -> Response | None:
    """None for what may be asked for."""
    if _mode(datasette) == "local" and not _is_local(scope):
        return Response.text("This archive is served to this machine only.", status=403)
    path = scope["path"]
    if _mode(datasette) == "public" and path.startswith(ABOUT_THE_MACHINE) and not path.startswith(STYLES):
        return Response.text("There is no such page.", status=404)
    if scope["query_string"].count(b"&") >= MAX_ARGUMENTS:
        return Response.text(f"An address holds at most {MAX_ARGUMENTS} arguments.", status=414)
    return None


def _is_local(scope: Message) -> bool:
    """A page elsewhere can point its own name at this machine; the Host header then gives it away."""
    host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    return host.rsplit(":", 1)[0] in LOCAL_NAMES


def _with_headers(scope: Message, send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            missing = {name.lower().encode(): value.encode() for name, value in _headers(scope).items()}
            added = [(name, value) for name, value in missing.items() if name not in present]
            message["headers"] = [*message["headers"], *added]
        await send(message)

    return sending


def _headers(scope: Message) -> dict[str, str]:
    path = scope.get("path", "/")
    is_datasettes = is_of_tables(path) or path.startswith(("/-/", "/_"))
    return {**HEADERS, "Content-Security-Policy": TABLES if is_datasettes else OWN_PAGES}
