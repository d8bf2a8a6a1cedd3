"""How long a module, a class and a function may be, and how many handlers a class may have."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    path for package in ("parser", "archive", "tui") for path in (ROOT / package).rglob("*.py")
)
LINES = {ast.ClassDef: 300, ast.FunctionDef: 50, ast.AsyncFunctionDef: 50}
LONGEST_MODULE = 500
MOST_HANDLERS = 15


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 200


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_it_holds_can_be_taken_in_at_a_glance(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if most := LINES.get(type(node)):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= most, f"{node.name}: {length} lines"
        if isinstance(node, ast.ClassDef):
            handlers = [one.name for one in node.body if getattr(one, "name", "")[:3] == "on_"]
            assert len(handlers) <= MOST_HANDLERS, node.name
