"""A digest of rules: of the modules that make something of a text, and of the tables that these read.

It changes with what they do, so that nobody has to raise a number, and with no remark in them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from archive.data import data_lines

_PACKAGE: Final = Path(__file__).parents[1]
_TABLES: Final = (".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class _Module:
    digest: str
    names: frozenset[str]
    """What it imports: modules, and what else may be one."""


@cache
def source_digest(*roots: str) -> str:
    """Return the digest of these modules (`archive.outline`) and all of `archive` that they import.

    Of `archive.store` that is what stands in `roots` alone: the rest writes down what the rules find.
    Another version of Python may give another digest.
    """
    digests = (f"{name} {module.digest}" for name, module in sorted(modules(*roots).items()))
    return sha256("\n".join(digests).encode()).hexdigest()[:16]


def modules(*roots: str) -> dict[str, _Module]:
    """Return the modules that count, by name."""
    found: dict[str, _Module] = {}
    waiting = {*roots}
    while waiting:
        name = waiting.pop()
        if module := _read(name):
            found[name] = module
            waiting |= {one for one in module.names - found.keys() if _counts(one, roots)}
    return found


def _counts(name: str, roots: tuple[str, ...]) -> bool:
    return name.startswith(roots) or (name.startswith("archive.") and not name.startswith("archive.store"))


@cache
def _read(name: str) -> _Module | None:
    """Read a module without comments and docstrings; None for a name that is none."""
    source = _source(name)
    if source is None:
        return None
    tree = _WithoutDocstrings().visit(ast.parse(source))
    digest = sha256(ast.dump(tree).encode())
    nodes = [*ast.walk(tree)]
    for table in sorted(_tables(nodes)):
        digest.update("\n".join(data_lines(table)).encode())
    return _Module(digest.hexdigest(), frozenset(_imported(nodes)))


def _source(name: str) -> str | None:
    path = _PACKAGE.joinpath(*name.split(".")[1:])
    for file in (path.with_name(f"{path.name}.py"), path / "__init__.py"):
        if file.is_file():
            return file.read_text("utf-8")
    return None


class _WithoutDocstrings(ast.NodeTransformer):
    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        return None if isinstance(node.value, ast.Constant) else node


def _imported(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def _tables(nodes: list[ast.AST]) -> set[str]:
    strings = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {name for name in strings if name.endswith(_TABLES) and (_PACKAGE / "data" / name).is_file()}
