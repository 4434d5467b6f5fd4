"""Each slip in a site's file is told by its field, before a crawl begins."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.errors import CallError
from archive.extract.rules import SiteRules
from crawler.declared import require_sound
from crawler.site import Site

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


def test_a_sound_declaration_is_returned() -> None:
    assert require_sound("shiling", SOUND) is SOUND


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": "shilin"}, "its `name` is 'shilin'"),
        ({"kind": "mines"}, "`kind` is 'mines', and must be one of: soe, mine"),
        ({"start": "http://www.shiling.example/djgz.htm"}, "`start` must be in round brackets"),
        ({"rules": SiteRules(body="div")}, "`rules` must be in round brackets"),
        ({"rules": ("div.nr",)}, "`rules` must hold SiteRules"),
        ({"start": ()}, "`start` is empty"),
        ({"start": ("www.shiling.example/djgz.htm",)}, "'www.shiling.example/djgz.htm' is no address"),
        ({"home": "shiling"}, "'shiling' is no address"),
        ({"article": r"/info/(\d+"}, "`article` is no pattern"),
        ({"unwanted_titles": "招标)"}, "`unwanted_titles` is no pattern"),
        ({"items": "div.list["}, "`items` is no CSS selector"),
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
        ("def (", "SyntaxError: invalid syntax (shiling.py, line 1)"),
        ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("from crawler.site import Site\nSITE = Site(name='shiling')", "missing 5 required"),
        ("1 / 0", "ZeroDivisionError"),
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
