"""What the templates of every page get: the reader's language and the link to the other one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias
from urllib.parse import parse_qs, parse_qsl, urlencode

from datasette import hookimpl
from datasette.utils.asgi import Request

from archive.reading.language import CODES, Language, choose, language

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]

ONE_YEAR = 365 * 24 * 60 * 60


@hookimpl
def extra_template_vars(request: Request | None) -> dict[str, object]:
    chosen = _language(request)
    other = language("en" if chosen.code == "zh" else "zh")
    return {
        "language": chosen,
        "say": chosen.say,
        "other_language": other,
        "other_language_link": _address_in(other, request),
        "here": None if request is None else request.path,
    }


def _language(request: Request | None) -> Language:
    if request is None:
        return language("zh")
    code = choose(
        asked=request.args.get("lang"),
        remembered=request.cookies.get("lang"),
        accepted=request.headers.get("accept-language"),
    )
    return language(code)


def _address_in(other: Language, request: Request | None) -> str:
    kept = parse_qsl(request.query_string) if request else []
    return "?" + urlencode([*((name, value) for name, value in kept if name != "lang"), ("lang", other.code)])


@hookimpl
def asgi_wrapper() -> Callable[[App], App]:
    return _remembering_the_language


def _remembering_the_language(app: App) -> App:
    """Set the cookie `lang` with the answer to an address that has `?lang=`."""

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])[-1]

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                cookie = f"lang={asked}; Path=/; Max-Age={ONE_YEAR}; SameSite=Lax; HttpOnly"
                message["headers"] = [*message["headers"], (b"set-cookie", cookie.encode("ascii"))]
            await send(message)

        await app(scope, receive, sending if asked in CODES else send)

    return wrapped
