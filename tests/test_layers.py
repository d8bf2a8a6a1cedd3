"""Imports run one way, and stay light: proved by looking at what got loaded."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OWN = ("parser", "archive", "tui")


@pytest.mark.parametrize(
    ("package", "banned"),
    [
        (
            "parser",
            {
                "rich",
                "textual",
                "rapidfuzz",
                "sqlite3",
                "selectolax",
                "zstandard",
                "archive",
                "tui",
            },
        ),
        ("archive", {"rich", "textual", "click", "tui"}),
        ("tui.__main__", {"textual"}),
    ],
)
def test_import_stays_light(package: str, banned: set[str]) -> None:
    code = f"import sys, {package}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert banned.isdisjoint(loaded.stdout.split())


def _imported(path: Path) -> set[str]:
    """The packages that a module names, wherever in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [
        node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) if not node.level
    ]
    return {name.partition(".")[0] for name in names}


def test_what_is_imported_is_what_is_depended_on() -> None:
    imported = {
        name for own in OWN for path in (ROOT / own).rglob("*.py") for name in _imported(path)
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[<>=]", one)[0] for one in project["dependencies"]}
    given = packages_distributions()
    needed = {given[name][0] for name in imported - sys.stdlib_module_names - {*OWN}}
    assert {name.lower().replace("_", "-") for name in needed} == named
