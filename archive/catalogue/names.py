"""Thousands of names, found in one pass over a text, and what each of them may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

_Meaning = TypeVar("_Meaning")
_Node: TypeAlias = "dict[str, _Node]"

_END = ""
_LOOKED_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Names(Generic[_Meaning]):
    """Names that are ready to be looked for in a text that is written as they are."""

    meanings: Mapping[str, tuple[_Meaning, ...]]
    _beginning: re.Pattern[str]
    _by_first: Mapping[str, re.Pattern[str]]
    """Of each first character the names: to try hundreds of them in turn takes long."""

    @classmethod
    def of(cls, named: Iterable[tuple[str, str, _Meaning]]) -> Names[_Meaning]:
        """Gather names, each with whose it is and what it means; of two that one bears the first counts."""
        found: dict[str, dict[str, _Meaning]] = {}
        for name, owner, meaning in named:
            found.setdefault(name, {}).setdefault(owner, meaning)
        tree = _tree(found)
        return cls(
            {name: tuple(owners.values()) for name, owners in found.items()},
            re.compile(_beginning(tree)),
            {first: re.compile(_expression({first: below})) for first, below in tree.items()},
        )

    def find_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the longest name that begins at a place, the leftmost place first; none overlap."""
        end = 0
        for begun in self._beginning.finditer(text):
            start = begun.start()
            if start >= end and (match := self._by_first[begun[0]].match(text, start)):
                end = match.end()
                yield match


def pattern_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the longest of a few `names` that begins at a place, the leftmost place first."""
    tree = _tree(names)
    return re.compile(_expression(tree) if tree else r"(?!)")


def matches_at(beginning: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `pattern` that start where `beginning` does, as `finditer` would.

    One class of characters is found several times as fast as what may follow it.
    """
    end = 0
    for begun in beginning.finditer(text):
        if begun.start() >= end and (match := pattern.match(text, begun.start())):
            end = match.end()
            yield match


def _tree(names: Iterable[str]) -> _Node:
    """Make the names one tree of characters, so that a place costs as many steps as characters agree."""
    tree: _Node = {}
    for name in names:
        node = tree
        for character in name:
            node = node.setdefault(character, {})
        node[_END] = {}
    return tree


def _beginning(tree: _Node) -> str:
    """Match the first character of what may be a name, by what follows: a class of characters a place."""
    alike: dict[int, set[str]] = {}
    for beginning in _beginnings(tree, _LOOKED_AHEAD):
        alike.setdefault(len(beginning), set()).add(beginning)
    behind = ("".join(map(_one_of, list(zip(*all_, strict=True))[1:])) for all_ in alike.values())
    return f"{_one_of(tree)}(?={'|'.join(behind)})"


def _beginnings(node: _Node, length: int) -> Iterator[str]:
    """Yield the beginnings of that length; of shorter names the whole."""
    if not length or _END in node:
        yield ""
    if length:
        for character, below in node.items():
            if character != _END:
                yield from (character + rest for rest in _beginnings(below, length - 1))


def _one_of(characters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(set(characters))))}]"


def _expression(node: _Node) -> str:
    branches = [
        re.escape(character) + _expression(below) for character, below in node.items() if character != _END
    ]
    if not branches:
        return ""
    one_of = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{one_of}?" if _END in node else one_of
