"""What the documentation says is true."""

import importlib.util
import re
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import get_args

import click
import pytest

from archive.model import ReaderWarning
from archive.search.query.filters import FIELDS
from archive.text import clean
from archive.text.flags import FLAGS
from archive.text.host_lines import host_lines_of
from crawler import paging
from crawler.cli.verbs import VERBS, campaign_archive
from crawler.site import Site

ROOT = Path(__file__).parent.parent
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def _reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands.md", "schema.md"])
def test_generated_pages_are_current(name: str) -> None:
    page = _reference().PAGES[name]()
    assert (ROOT / "docs" / name).read_text("utf-8") == page, "run: python docs/reference.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_the_text_exist(page: Path) -> None:
    for verb, rest in re.findall(r"^(?:\$ )?campaign-archive ([a-z]+)(.*)$", page.read_text("utf-8"), re.M):
        assert verb in VERBS
        command = campaign_archive.get_command(click.Context(campaign_archive), verb)
        assert command is not None
        known = {name for parameter in command.params for name in parameter.opts}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest.partition("#")[0])) <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def _rooms() -> dict[Path, str]:
    """The large rooms that the architecture explains, and what it tells of each."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    told = re.findall(r"^- \*\*`(\w+)/`\*\*\. (.*?)(?=^- \*\*|^## )", page, re.M | re.S)
    return {ROOT / name if name == "crawler" else ROOT / "archive" / name: text for name, text in told}


def test_rooms_hold_the_files_that_the_architecture_names() -> None:
    assert len(_rooms()) == 8
    for room, told in _rooms().items():
        there = {path.stem for path in room.rglob("*") if path.suffix == ".py" or path.is_dir()}
        assert set(re.findall(r"`(\w+)/?`", told)) <= there, room.name


def test_what_the_architecture_says_to_begin_with_is_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    told = re.findall(r"^\| .+ \| `([\w/]+\.py)` \|$", page, re.M)
    assert told
    assert [file for file in told if not (ROOT / file).is_file()] == []


def test_the_architecture_names_each_room_of_a_room() -> None:
    for room, told in _rooms().items():
        within = {init.parent.name for init in room.glob("*/__init__.py")}
        assert set(re.findall(r"`(\w+)/`", told)) == within, room.name


def test_every_field_of_a_query_is_explained() -> None:
    page = (ROOT / "docs" / "search.md").read_text("utf-8")
    explained = {field for name, field in FIELDS.items() if f"{name}:" in page}
    assert explained == set(FIELDS.values())


def test_every_field_of_a_site_is_explained() -> None:
    page = (ROOT / "docs" / "adding-a-site.md").read_text("utf-8")
    named = {"name", "title", "home", "kind"}
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) | named >= {each.name for each in fields(Site)}


def test_every_paging_dialect_is_explained() -> None:
    page = (ROOT / "docs" / "adding-a-site.md").read_text("utf-8")
    dialects = {name for name in paging.__all__ if hasattr(getattr(paging, name), "next_page")}
    explained = set(re.findall(r"^\| `(\w+)(?:\(.*?\))?`", page, re.M))
    assert dialects - {"FoundOnPage", "Paging"} <= explained


def test_the_examples_of_a_site_are_sites() -> None:
    page = (ROOT / "docs" / "adding-a-site.md").read_text("utf-8")
    examples = re.findall(r"```python\n(.*?)```", page, re.S)
    assert len(examples) == 2
    for example in examples:
        names: dict[str, object] = {}
        exec(example, names)
        assert isinstance(names["SITE"], Site)


def test_every_verb_shows_an_example() -> None:
    for verb in VERBS:
        command = campaign_archive.get_command(click.Context(campaign_archive), verb)
        assert command is not None
        assert f"campaign-archive {verb}" in (command.help or ""), verb


DAMAGE = (ROOT / "docs" / "damage.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"), re.findall(r"```before\n(.*?)\n```\s+```after\n(.*?)\n```", DAMAGE, re.S)
)
def test_examples_of_damage(before: str, after: str) -> None:
    assert clean(before).body == after


def test_the_example_of_lines_that_a_host_repeats() -> None:
    (shown,) = re.findall(r"```before (\S.*?)\n(.*?)\n```\s+```after\n(.*?)\n```", DAMAGE, re.S)
    lines, before, after = shown
    assert clean(before).body != after
    assert clean(before, host_lines=host_lines_of(lines.split())).body == after


def test_every_flag_is_explained() -> None:
    explained = set(re.findall(r"^\| `(\w+)` \|", DAMAGE, re.M))
    assert explained == set(FLAGS)


def test_every_warning_that_becomes_a_flag_is_explained() -> None:
    listed = DAMAGE.partition("warned of:")[2]
    assert set(re.findall(r"`(\w+)`(?=[,:])", listed)) == set(get_args(ReaderWarning))
