"""Each slip in a site's file is told by its field, before a crawl begins."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from archive.errors import CallError
from archive.extract.rules import SiteRules
from crawler.paging import DataProxy, ListPage, Query
from crawler.platforms import Vsb
from crawler.site import Site
from crawler.site_faults import require_sound
from tests.crawler.test_registry import PLATFORMS

ROOT = Path(__file__).parents[2]
SOUND = Site(
    name="shiling",
    title="石岭煤矿",
    home="http://www.shiling.example/",
    kind="mine",
    start=("http://www.shiling.example/djgz.htm",),
    article=r"/info/\d+\.htm",
    rules=(SiteRules(body="div.nr", drop=("p.tg",)),),
)


def as_is(value: object) -> Any:
    """What a person may write, and no type checker sees."""
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSystem(Vsb):
    """What a site's own file may declare beside its fields."""

    archive_since: int = 2004
    delay: float = 5


class OwnDialect:
    def next_page(self, page: ListPage) -> str | None:
        return page.url


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"delay": 3, "browser": "shells", "unwanted_titles": None, "verified": "2026-11-01"},
        {"paging": OwnDialect()},
        {"paging": DataProxy(), "channels": ("http://www.shiling.example/gone.htm",)},
        {"hosts": ("News.shiling.example", "石岭.example"), "listing": ""},
        {"scripted": r'"id":"\d+"'},
        {"scripted": r"(?:id|nr)=(\d+)", "scripted_form": "/show.html?id={}&x={}"},
        {"rules": ()},
        {"delay": 0, "channels": ()},
        {"rules": (SiteRules(body="div:not(.a) > p, #b [id^=c]", charset="GB2312", since="2009"),)},
    ],
)
def test_a_sound_declaration_is_returned(changed: dict[str, Any]) -> None:
    declared = replace(SOUND, **changed)
    assert require_sound("shiling", declared) is declared


@pytest.mark.parametrize("platform", [*PLATFORMS, OwnSystem], ids=lambda platform: platform.__name__)
def test_a_site_of_each_system_is_sound(platform: type[Site]) -> None:
    own = platform(
        name="shiling", title=SOUND.title, home=SOUND.home, kind="mine", start=SOUND.start, article="/a"
    )
    assert require_sound("shiling", own) is own


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": "shilin"}, "its `name` is 'shilin'"),
        ({"kind": "mines"}, "`kind` is 'mines', and must be one of: soe, mine"),
        ({"browser": "shell"}, "`browser` is 'shell', and must be one of: never, shells"),
        ({"home": 5}, "`home` is 5, and must be a text in quotes"),
        ({"article": None}, "`article` is None, and must be a text in quotes"),
        ({"delay": "2"}, "`delay` is '2', and must be a number"),
        ({"delay": -1}, "`delay` is -1, and must be seconds"),
        ({"delay": math.nan}, "`delay` is nan, and must be seconds"),
        ({"delay": math.inf}, "`delay` is inf, and must be seconds"),
        ({"delay": True}, "`delay` is True, and must be a number"),
        ({"verified": "yesterday"}, "`verified` is 'yesterday', and must be a day"),
        ({"verified": "2026-02-30"}, "`verified` is '2026-02-30', and must be a day"),
        ({"rules": (SiteRules(body="div", since="2009-13"),)}, "`since` is '2009-13', and must be a date"),
        ({"rules": (SiteRules(body="div", since="2009/11"),)}, "`since` is '2009/11', and must be a date"),
        ({"article": ""}, "`article` is empty"),
        ({"least_items": True}, "`least_items` is True, and must be a whole number"),
        ({"least_items": 2.5}, "`least_items` is 2.5, and must be a whole number"),
        ({"paging": "page"}, "`paging` is 'page', and must be a dialect of crawler.paging"),
        ({"paging": Query}, "and must be a dialect of crawler.paging"),
        ({"start": "http://a.example/"}, "`start` is 'http://a.example/', and must be in round brackets"),
        ({"start": (5,)}, "`start` is (5,), and must be (…,), of which each is a text in quotes"),
        ({"rules": SiteRules(body="div")}, "`rules` is SiteRules("),
        ({"rules": ("div.nr",)}, "`rules` is ('div.nr',), and must be (…,), of which each is SiteRules"),
        ({"rules": (SiteRules(body="div", drop=as_is("p.tg")),)}, "`drop` is 'p.tg', and must be in round"),
        ({"rules": (SiteRules(body="div", title=as_is(7)),)}, "`title` is 7, and must be a text in quotes"),
        ({"rules": (SiteRules(body="div", charset="gb-of-old"),)}, "`charset` is 'gb-of-old', which"),
        ({"hosts": ("http://shiling.example/",)}, "`hosts` has 'http://shiling.example/', which is no host"),
        ({"scripted": "(id)=(7)"}, "`scripted` has several groups"),
        ({"scripted_form": "/show.html?id="}, "`scripted_form` has no {}"),
        ({"start": ()}, "`start` is empty"),
        ({"start": ("www.shiling.example/djgz.htm",)}, "'www.shiling.example/djgz.htm' is no address"),
        ({"home": "shiling"}, "'shiling' is no address"),
        ({"article": r"/info/(\d+"}, "`article` is no pattern"),
        ({"unwanted_titles": "招标)"}, "`unwanted_titles` is no pattern"),
        ({"items": "div.list["}, "`items` is no CSS selector"),
        ({"items": ""}, "`items` is no CSS selector"),
        ({"rules": (SiteRules(body="div..nr"),)}, "`body` is no CSS selector"),
        ({"rules": (SiteRules(body="div", drop=(">",)),)}, "`drop` is no CSS selector"),
    ],
)
def test_a_slip_is_told_by_its_field(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(CallError) as refused:
        require_sound("shiling", replace(SOUND, **changed))
    assert "spiders/shiling.py can't be used: " in str(refused.value)
    assert told in str(refused.value)
    assert "docs/adding-a-site.md" in refused.value.remedy


@pytest.mark.parametrize("declared", [None, 5, "Site"])
def test_a_file_without_a_site_is_told(declared: object) -> None:
    with pytest.raises(CallError, match="it declares no `SITE"):
        require_sound("shiling", declared)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("def (", "SyntaxError: invalid syntax (shiling.py, line 1)."),
        ("import no_such_module", "No module named 'no_such_module' (line 1)."),
        ("from crawler.site import Site\nSITE = Site(name='shiling')", "missing 5 required"),
        ("# A remark\n1 / 0", "ZeroDivisionError: division by zero (line 2)."),
        ("import sys; sys.exit(3)", "SystemExit: 3"),
        ("from crawler.paging import Numbered; Numbered('index.html')", "needs one place for the number"),
        ("", "it declares no `SITE"),
    ],
)
def test_a_file_that_can_not_be_loaded_is_no_bug_of_the_program(
    tmp_path: Path, source: str, told: str
) -> None:
    (tmp_path / "shiling.py").write_text(source, encoding="utf-8")
    code = f"import spiders; spiders.__path__.append({str(tmp_path)!r}); from crawler.cli import main; main()"
    for call in (["sites"], ["crawl", "shiling"]):
        arguments = [*call, "--data", str(tmp_path / "data")] if call[0] == "crawl" else call
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 2, done.stderr
        assert told in done.stderr
        assert "/shiling.py can't be " in done.stderr
