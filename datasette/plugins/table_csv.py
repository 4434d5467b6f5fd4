"""Datasette's own CSV of tables and queries, marked and guarded as the archive's other exports are."""

from __future__ import annotations

from collections.abc import Callable

from datasette import hookimpl

from archive.reading.export.guarded_csv import GuardedCsv
from archive.reading.serving.asgi import App, Message, Receive, Send
from archive.reading.serving.table_addresses import is_of_tables


@hookimpl
def asgi_wrapper() -> Callable[[App], App]:
    return _guarding_tables


def _guarding_tables(app: App) -> App:
    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        is_table = is_of_tables(path) and path.endswith(".csv")
        await app(scope, receive, _guarding(send) if is_table else send)

    return wrapped


def _guarding(send: Send) -> Send:
    guarded, types = GuardedCsv(), list[bytes]()

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            types.extend(value for name, value in message["headers"] if name.lower() == b"content-type")
            changed = [
                (name, value) for name, value in message["headers"] if name.lower() != b"content-length"
            ]
            message = {**message, "headers": changed if _is_csv(types) else message["headers"]}
        elif _is_csv(types):
            body = guarded.feed(message.get("body", b""))
            body += b"" if message.get("more_body") else guarded.finish()
            message = {**message, "body": body}
        await send(message)

    return sending


def _is_csv(types: list[bytes]) -> bool:
    """An error is a page, and a file that is shown rather than downloaded is plain text."""
    return any(kind.startswith((b"text/csv", b"text/plain")) for kind in types)
