"""Whatever an address holds, the answer is a page, or says what is wrong with it: never a failure."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import Mock

import pytest
from datasette.database import Database
from datasette.utils.asgi import Request

from archive.reading.serving.answers import arguments_of
from tests.datasette_pages.answers import Read

NUMBER, NO_DIGIT = "9" * 30, "%C2%B2"
HOSTILE = ("%00", "a%00b", "%ff", "%ED%A0%80", '{"a":', "[]", "-1", NUMBER, NO_DIGIT, "NEAR(", "%0d%0aX:1")

OWN = (
    *("/", "/search", "/kwic", "/timeline", "/changes", "/quantities", "/campaigns", "/formula", "/passages"),
    *(
        "/skipped",
        "/runs",
        "/search.csv",
        "/kwic.csv",
        "/collocates.csv",
        "/frequencies.csv",
        "/timeline.csv",
        "/search.atom",
    ),
    *("/quantities.csv", "/formula/organisations.csv", "/changes.csv", "/changes.atom"),
)
ROOT = Path(__file__).parents[2]
NAMED = re.compile(r'(?:args\.get|first|getlist)\((?:arguments, |asked, )?"(\w+)"')

TABLES = ("/archive/articles.json", "/archive/texts", "/archive/articles.csv")
REFUSED_WHATEVER_THEY_ARE = (
    *("_facet", "_facet_date", "_facet_array", "_facet_size", "_facet_%00", "_facets", "_size", "_sort"),
    *("_shape", "_col", "_through", "_json_infinity", "%00", "%00__exact"),
)
NEVER_REFUSED = (
    *("_next", "_search", "_search_title", "_extra", "_json", "_filter_column", "title__in", "id__exact"),
    "title__%00",
)
REFUSED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(REFUSED_WHATEVER_THEY_ARE, HOSTILE),
    **dict.fromkeys(NEVER_REFUSED, ()),
    "_where": tuple(value for value in HOSTILE if value not in ("-1", NUMBER)),
    "_timelimit": tuple(value for value in HOSTILE if value != NUMBER),
    "_ttl": (NO_DIGIT,),
    "title__gt": (NUMBER, NO_DIGIT),
}
"""Arguments of a table, and which of the hostile values of each the JSON refuses."""
ELSEWHERE: Mapping[tuple[str, str], int] = {
    ("/archive/texts", "_next"): 400,
    **{(path, name): 200 for path in TABLES[1:] for name in ("_shape", "_json_infinity")},
}
"""What pages and CSV answer otherwise: rows of a view have numbers, and JSON alone has a shape."""


def arguments() -> list[str]:
    """Those that our pages look at: what the sources name, and the facets."""
    rooms = ("archive/reading", "datasette/plugins")
    sources = [path.read_text("utf-8") for room in rooms for path in (ROOT / room).rglob("*.py")]
    named = {name for source in sources for name in NAMED.findall(source)}
    assert {"q", "page", "lang", "shown"} <= named
    return sorted({*named, "subject", "campaign", "year", "genre"})


@pytest.mark.parametrize("path", OWN)
def test_our_pages_ignore_what_is_none_of_an_argument(read: Read, path: str) -> None:
    words = "name=a&" if path.startswith("/formula") else "q=%E5%AE%89%E5%85%A8&"
    for value in HOSTILE:
        everywhere = "&".join(f"{name}={value}" for name in arguments())
        assert read(f"{path}?{everywhere}").status_code < 500, value
    for name in arguments():
        own = "" if name in ("q", "name") else words
        assert read(f"{path}?{own}{name}=%00").status_code < 500, name


@pytest.mark.parametrize("argument", REFUSED)
def test_tables_refuse_what_is_none_of_an_argument(read: Read, argument: str) -> None:
    json, *others = TABLES
    taken = 302 if argument == "_filter_column" else 200
    for value in HOSTILE:
        expected = 400 if value in REFUSED[argument] else taken
        assert read(f"{json}?{argument}={value}").status_code == expected, value
    for path in others:
        usual = 400 if "%00" in REFUSED[argument] else taken
        expected = ELSEWHERE.get((path, argument), usual)
        assert read(f"{path}?{argument}=%00").status_code == expected, path


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/archive/articles?_facet=%00", "articles has no column"),
        ("/archive/articles?_facet={%22column%22:%22site%22}", "articles has no column"),
        ("/archive/articles?_facet_size={", "_facet_size is a number or max"),
        ("/archive/articles?_facets=site", "no facet of the kind _facets"),
        ("/archive/articles?%00=1", "No query holds a NUL character"),
        ("/archive/articles?_timelimit=x", "argument of the address"),
        ("/archive/most_truncated?_timelimit=x", "argument of the address"),
        ("/archive/articles?_through={}", "argument of the address"),
    ],
)
def test_it_is_told_what_is_wrong(read: Read, path: str, told: str) -> None:
    answer = read(path)
    assert answer.status_code == 400
    assert told in answer.text


@pytest.mark.parametrize("path", [*OWN, *TABLES])
def test_an_address_of_thousands_of_arguments_is_refused_before_it_is_read(read: Read, path: str) -> None:
    chosen = "&".join(f"site=mine{number}" for number in range(200))
    assert read(f"{path}?{chosen}").status_code != 414
    answer = read(f"{path}?{chosen}&site=one_more")
    assert answer.status_code == 414
    assert "at most 200 arguments" in answer.text


def test_the_query_string_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    request = Request.fake("/search?q=a&site=x&site=y&genre=z")
    reading = Mock(return_value=request.args)
    monkeypatch.setattr(Request, "args", property(reading))
    assert arguments_of(request) == {"q": ["a"], "site": ["x", "y"], "genre": ["z"]}
    reading.assert_called_once()


def test_facets_of_columns_still_stand(read: Read) -> None:
    assert "shibanqiao" in read("/archive/articles?_facet=site&_facet_size=3&_facet_date=first_seen").text


@pytest.mark.parametrize("folder", ["/static", "/-/static"])
@pytest.mark.parametrize("length", [300, 5000])
def test_a_file_whose_name_no_disk_can_hold_is_not_there(read: Read, folder: str, length: int) -> None:
    address = f"{folder}/{'a' * length}"
    assert read(address).status_code == 404
    answer = read(f"{address}.json")
    assert answer.status_code == 404
    assert answer.json() == {"ok": False, "error": "没有这一页", "status": 404}


@pytest.mark.parametrize("form", ["", ".json"])
def test_no_page_tells_where_the_files_lie(
    read: Read, form: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def failing(*_arguments: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/srv/data/archive.db")

    monkeypatch.setattr(Database, "execute", failing)
    answer = read(f"/archive/articles{form}", **{"Accept-Language": "en"})
    assert answer.status_code == 500
    assert "The program failed" in answer.text
    assert "/srv" not in answer.text
    assert "/srv/data/archive.db" in caplog.text
