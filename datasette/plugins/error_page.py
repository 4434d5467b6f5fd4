"""Errors as a page in the reader's language: what happened and what to do; the details go to the log."""

from __future__ import annotations

import errno
import logging
import sqlite3
import sys
import traceback
from collections.abc import Awaitable, Callable

from datasette import Forbidden, Response, hookimpl
from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.plugins import pm
from datasette.utils.asgi import Base400, Request
from datasette.views.base import DatasetteError

from archive.errors import ArchiveError
from archive.reading.serving.budget import TooSlowError
from archive.reading.serving.table_addresses import is_of_tables

BUILT_IN = "datasette.handle_exception"
DATASETTES = (DatasetteError, Base400)
"""What Datasette raises on purpose, in words for the reader."""

_log = logging.getLogger(__name__)


@hookimpl
def startup() -> None:
    """Silence Datasette's own answer, which is made as well and prints a traceback for a mistyped address."""
    if pm.has_plugin(BUILT_IN):
        pm.unregister(name=BUILT_IN)


@hookimpl(tryfirst=True)
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response]]:
    return lambda: _answer(datasette, request, exception)


@hookimpl(tryfirst=True)
def forbidden(datasette: Datasette, request: Request, message: str) -> Callable[[], Awaitable[Response]]:
    return lambda: _answer(datasette, request, Forbidden(message))


async def _answer(datasette: Datasette, request: Request, error: Exception) -> Response:
    if _is_of_an_argument(request, error):
        _log.warning("%s: an argument of the address can't be read", request.path, exc_info=error)
        error = DatasetteError("An argument of the address can't be read", status=400)
    status, quoted = _status(error), _message(error)
    if status >= 500 and not quoted:
        _log.error("%s failed", request.path, exc_info=error)
    if request.path.endswith(".json"):
        message = quoted or request.scope["language"].say("error.404" if status == 404 else "error.500")
        return Response.json({"ok": False, "error": message, "status": status}, status=status)
    context = {"status": status, "told": _told(error, status), "quoted": quoted}
    page = await datasette.render_template("problem.html", context, request=request)
    return Response.html(page, status=status)


def _told(error: Exception, status: int) -> str:
    """Name of the string that says it in the reader's language; `error.quoted` where only English does."""
    if status == 404:
        return "error.404_help"
    if status == 403:
        return "error.403"
    if isinstance(error, TooSlowError) or isinstance(error.__context__, QueryInterrupted):
        return "error.503"
    return "error.quoted" if _message(error) else "error.500"


def _is_of_an_argument(request: Request, error: Exception) -> bool:
    """Datasette's own pages read numbers and JSON from the address, and take them for such."""
    return (
        bool(request.query_string)
        and is_of_tables(request.path)
        and isinstance(error, (ValueError, LookupError, TypeError, OverflowError))
        and _is_raised_by_datasette(error)
    )


def _is_raised_by_datasette(error: Exception) -> bool:
    """Or by what it asked of the standard library; not by this archive, nor while a template is filled in."""
    names = [frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__)]
    packages = [name.partition(".")[0] for name in names]
    raising = [package for package in packages if package not in sys.stdlib_module_names]
    return "jinja2" not in packages and raising[-1:] == ["datasette"]


def _message(error: Exception) -> str:
    """English; empty for errors of the machine and of other programs: they may tell where its files lie."""
    if isinstance(error.__context__, QueryInterrupted):
        return "The SQL took too long"
    is_told = isinstance(error, ArchiveError) or (isinstance(error, DATASETTES) and _status(error) < 500)
    return str(error) if is_told else ""


def _status(error: Exception) -> int:
    """Datasette calls it its own failure (500) when an address names a column that there is none of.

    And it calls it the reader's mistake (400) whatever SQLite fails at: a disk that can't be read is none.
    """
    if isinstance(error, TooSlowError):
        return 503
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return 404
    status = int(error.status) if isinstance(error, DATASETTES) else 500
    if isinstance(error, DatasetteError) and _is_of_the_machine(error.__context__):
        return 500
    return 400 if isinstance(error, DatasetteError) and status == 500 else status


def _is_of_the_machine(cause: BaseException | None) -> bool:
    """What is wrong with a statement has the code `SQLITE_ERROR`; the higher bits say more of it."""
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF != sqlite3.SQLITE_ERROR
