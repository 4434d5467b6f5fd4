"""A fault of the archive's own is told as one, and logged whole, whatever the address asked for."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest
from jinja2 import DictLoader, Environment
from pluggy import HookimplMarker

from tests.datasette_pages.answers import Read

hookimpl = HookimplMarker("datasette")

TEMPLATES = Environment(loader=DictLoader({"sum": "{{ 1 + none }}"}))

FAULTS: dict[str, Callable[[], object]] = {
    "KeyError": lambda: json.loads("{}")["a column that is none"],
    "JSONDecodeError": lambda: json.loads("{"),
    "UnicodeDecodeError": b"\xff".decode,
    "TemplateNotFound": lambda: TEMPLATES.get_template("none.html"),
    "TypeError": lambda: TEMPLATES.get_template("sum").render(),
    "OverflowError": lambda: (1).to_bytes(0, "big"),
}
PAGES = ("/archive/articles", "/archive/articles?_size=3", "/~61rchive/texts?_timelimit=900")


@contextmanager
def plugged_in(fault: Callable[[], object]) -> Iterator[None]:
    """Every cell of a table is rendered by a plugin with a fault."""

    class Faulty:
        @hookimpl
        def render_cell(self) -> object:
            return fault()

    plugin, plugins = Faulty(), import_module("datasette.plugins").pm
    plugins.register(plugin, "faulty")
    try:
        yield
    finally:
        plugins.unregister(plugin)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_ours_is_no_argument(
    read: Read, name: str, page: str, caplog: pytest.LogCaptureFixture
) -> None:
    with plugged_in(FAULTS[name]):
        assert read(page).status_code == 500
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.exc_info and record.exc_info[0]
    assert record.exc_info[0].__name__ == name


def test_an_argument_that_cannot_be_read_is_logged_with_its_traceback(
    read: Read, caplog: pytest.LogCaptureFixture
) -> None:
    assert read("/archive/articles?_timelimit=x").status_code == 400
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.exc_info and record.exc_info[0] is ValueError


def test_what_datasette_stumbles_over_without_an_argument_is_none_either(
    read: Read, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("datasette.views.table.escape_sqlite", None)
    assert read("/archive/articles").status_code == 500
    assert "/archive/articles failed" in caplog.text
    assert "Traceback" in caplog.text
