"""What the templates of every page get: the reader's language and the link to the other one."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from datasette.utils.asgi import Request
from jinja2 import Environment
from markupsafe import Markup, escape

from archive.model import SHOWN_IN_PART
from archive.reading.search_address import phrase
from archive.reading.serving.accessible import accessible
from archive.reading.serving.asgi import App, Message, Receive, Send
from archive.reading.wording.chinese_words import chinese_told
from archive.reading.wording.language import Language, LanguageCode, choose, language
from archive.reading.wording.query_in_words import in_words

ONE_YEAR = 365 * 24 * 60 * 60


@hookimpl
def asgi_wrapper() -> Callable[[App], App]:
    return _choosing_the_language


def _choosing_the_language(app: App) -> App:
    """Put the reader's language into the scope, and remember one that an address asks for with `?lang=`."""

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        request = Request(scope, receive)
        asked = request.args.get("lang")
        code = choose(
            asked=asked,
            remembered=request.cookies.get("lang"),
            accepted=request.headers.get("accept-language"),
        )
        sending = _remembering(code, send) if asked == code else send
        await app({**scope, "language": language(code)}, receive, sending)

    return wrapped


def _remembering(code: LanguageCode, send: Send) -> Send:
    cookie = f"lang={code}; Path=/; Max-Age={ONE_YEAR}; SameSite=Lax; HttpOnly".encode("ascii")

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], (b"set-cookie", cookie)]}
        await send(message)

    return sending


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.globals["SHOWN_IN_PART"] = SHOWN_IN_PART
    env.filters["in_words"] = in_words
    env.filters["chinese_told"] = _chinese_told
    env.filters["as_phrase"] = phrase
    env.filters["number"] = "{:,}".format
    env.filters["accessible"] = lambda markup: Markup(accessible(markup))


def _chinese_told(text: str, language: Language) -> Markup:
    escaped = escape(text)
    return escaped if language.code == "zh" else Markup(chinese_told(str(escaped)))


@hookimpl
def extra_template_vars(request: Request | None) -> dict[str, object]:
    """`say` gives the strings of the reader's language; Datasette renders a few pages without a request."""
    chosen: Language = request.scope["language"] if request else language("zh")
    other = language("en" if chosen.code == "zh" else "zh")
    return {
        "language": chosen,
        "say": chosen.say,
        "other_language": other,
        "other_language_link": _address_in(other, request),
        "here": request.path if request else None,
    }


def _address_in(other: Language, request: Request | None) -> str:
    kept = parse_qsl(request.query_string) if request else []
    return "?" + urlencode([*((name, value) for name, value in kept if name != "lang"), ("lang", other.code)])
