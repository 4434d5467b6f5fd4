from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from archive.reading.wording.language import language
from archive.reading.wording.run_notes import DEEPEST, LONGEST, run_note
from crawler.archiving.alarms import _FAULTS
from crawler.plan import PAUSED

ROOT = Path(__file__).parents[4]
HAN = re.compile("[一-鿿]")
NOTED = {"warn", "_warn", "add_warning", "Refused", "NotRendered", "Outcome", "PassedOver", "Reading"}
"""What is called with a note, or with the reason of a failure, which a note may end with."""
TOLD = {
    "crawler.archiving.alarms": ("_FAULTS",),
    "crawler.visits.outcome": ("_SENTENCES",),
}
"""Sentences that stand in tables."""
ELSEWHERE = ("archive/extract", "crawler/browser/gate.py", "crawler/probe", "crawler/cli")
"""Their reasons are told of things that a page asked for, or of single pages: no run notes them."""
WHOLE = {"7", "7: 7", "7 and 7"}
"""What is put together of pieces that are looked at where they are made."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    for room in ("archive", "crawler"):
        for path in sorted((ROOT / room).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(ELSEWHERE):
                yield name, ast.parse(path.read_text("utf-8"))


def sample(node: ast.expr, constants: dict[str, str]) -> str | None:
    """The sentence with constants written out, and 7 for all else; None for what is no sentence."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    pieces = []
    for value in node.values:
        if isinstance(value, ast.Constant):
            pieces.append(str(value.value))
        else:
            assert isinstance(value, ast.FormattedValue)
            name = value.value.id if isinstance(value.value, ast.Name) else ""
            pieces.append(constants.get(name, "7"))
    return "".join(pieces)


def constants_of(name: str, tree: ast.Module) -> dict[str, str]:
    """The strings among the constants of a module, its own and imported ones."""
    if not any(isinstance(node, ast.JoinedStr) for node in ast.walk(tree)):
        return {}
    module = import_module(name.removesuffix(".py").replace("/", ".").removesuffix(".__init__"))
    return {key: value for key, value in vars(module).items() if key.isupper() and isinstance(value, str)}


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def notes() -> Iterator[str]:
    for name, tree in sources():
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in NOTED]
        yielded = [node for node in ast.walk(tree) if isinstance(node, ast.Yield)]
        is_of_alarms = name in (
            "crawler/archiving/alarms.py",
            "crawler/archiving/findings.py",
            "archive/store/derivation/second_cleaning.py",
        )
        if not calls and not is_of_alarms:
            continue
        known = constants_of(name, tree)
        values: list[ast.expr] = [
            value for call in calls for value in (*call.args, *(each.value for each in call.keywords))
        ]
        if is_of_alarms:
            values += [node.value for node in yielded if node.value is not None]
        for value in values:
            for node in (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,):
                found = sample(node, known)
                if found is not None and " " in found and found not in WHOLE:
                    yield found
    for module, tables in TOLD.items():
        for table in tables:
            yield from vars(import_module(module))[table].values()


NOTES = sorted(set(notes()))


def test_the_notes_are_found() -> None:
    assert len(NOTES) > 40
    assert "robots.txt forbids all lists of the site" in NOTES
    assert "the lists link to 7 articles, where 7 are usual" in NOTES


@pytest.mark.parametrize("kept", NOTES)
def test_every_note_is_told_in_chinese(kept: str) -> None:
    told = run_note(" ".join(kept.split()), language("zh"))
    assert HAN.search(told), told
    assert "{" not in told
    assert run_note(kept, language("en")) == kept


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (
            "3 of 4 failed: its text could not be made: reading it ended the process that did it",
            "4 个失败，其中 3 个：未能取出正文：读取它的进程中途终止",
        ),
        (
            "http://a.test/ answered 404 Not Found; write into `start` where the list is now",
            "http://a.test/ 答复 404 Not Found；请在 `start` 中写入该列表现在的网址",
        ),
        (
            "http://a.test/{0} links to no articles; compare `article` and `items` of a",
            "http://a.test/{0} 没有文章链接；请核对 a 的 `article` 与 `items`",
        ),
        (
            "a.warc: left out: 2 × a record of the kind metadata, 1 × not campaign material",
            "a.warc：未收入 2 个metadata 类记录；1 个与活动无关的网页",
        ),
        (
            "9 of 20 new pages are no campaign material, where 10% are usual; look at them at /skipped",
            "20 个新网页中有 9 个与活动无关，平常为 10%；请在 /skipped 查看",
        ),
    ],
)
def test_notes_and_the_reasons_in_them(kept: str, told: str) -> None:
    assert run_note(kept, language("zh")) == told


def test_reasons_are_told_as_deep_as_ours_go() -> None:
    within = "x (capture 1): "
    told = run_note(within * 50 + "y", language("zh"))
    assert told == "x（存档 1）：" * (DEEPEST + 1) + within * (49 - DEEPEST) + "y"
    deepest = "3 of 4 failed: x (capture 1): its text could not be made: reading it took more than 5 seconds"
    assert run_note(deepest, language("zh")).endswith("读取时间超过 5 秒")


@pytest.mark.parametrize("piece", ["x (capture 1): ", " has more than ", " of ", " × "])
def test_what_goes_on_for_ever_stays_as_it_is(piece: str) -> None:
    kept = f"1 of 2 failed: {piece * 100_000}"
    assert run_note(kept, language("zh")) == kept


def test_a_note_is_told_up_to_its_greatest_length() -> None:
    kept = "a bug: ".ljust(LONGEST, "x")
    assert run_note(kept, language("zh")).startswith("程序错误：")
    assert run_note(f"{kept}x", language("zh")) == f"{kept}x"


def test_words_of_another_program_stay_as_they_are() -> None:
    assert run_note("OSError: {0} \\1", language("zh")) == "OSError: {0} \\1"


def test_every_pause_and_fault_is_among_them() -> None:
    """They reach a run through variables, which the sources alone don't tell."""
    paused = (
        "/data/stop is there",
        "20 minutes are over",
        "these are not the hours of the site, 22:00-06:00 in Beijing",
    )
    faults = [f"2 of 30 texts {words}" for words in _FAULTS.values()]
    for kept in (*(f"{PAUSED}{why}" for why in paused), *faults):
        told = run_note(kept, language("zh"))
        assert HAN.search(told) and not re.search("(?<!`)[a-z]{3,} [a-z]{2,} [a-z]", told), told
