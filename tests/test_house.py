"""Walls that no other tool sees."""

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_datasette_is_the_installed_package_even_from_the_root() -> None:
    shown = subprocess.run(
        [sys.executable, "-c", "import datasette; print(datasette.__file__)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "site-packages" in shown.stdout


def test_no_package_hides_another() -> None:
    hiding = [*ROOT.glob("datasette/**/__init__.py"), *ROOT.glob("tests/**/__init__.py")]
    assert hiding == []


def test_plugins_import_archive_only() -> None:
    ours = {"crawler", "spiders", "scrapy"}
    for plugin in ROOT.glob("datasette/plugins/*.py"):
        imported = {name.partition(".")[0] for name in _imports(ast.parse(plugin.read_text("utf-8")))}
        assert not imported & ours, plugin.name


def test_searching_loads_neither_scrapy_nor_datasette() -> None:
    assert {"scrapy", "datasette", "twisted"}.isdisjoint(_loaded_with("crawler.cli.search"))


def test_the_process_that_reads_pages_loads_no_database() -> None:
    assert {"sqlite_utils", "scrapy"}.isdisjoint(_loaded_with("archive.store.guarded_reader"))


def test_locks_name_no_index() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text("utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text


def test_no_class_of_characters_begins_with_the_lookalike_of_its_block() -> None:
    """豈 stands twice in Unicode; from U+8C48 a range holds all of Yi, Hangul and private use as well."""
    slip = re.compile("[㐀-鿿]-(?:[\ua000-\uffff]|\\\\u[a-f])")
    rooms = ("archive", "crawler", "spiders", "datasette")
    sources = {path: path.read_text("utf-8") for room in rooms for path in (ROOT / room).rglob("*.py")}
    assert [path for path, text in sources.items() if slip.search(text)] == []


def _loaded_with(module: str) -> list[str]:
    program = f"import sys, {module}; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return shown.stdout.split()


def _imports(tree: ast.Module) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
    return names
