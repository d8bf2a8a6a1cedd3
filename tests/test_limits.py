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
DEEPEST = 4
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)


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
        if isinstance(node, ast.FunctionDef):
            assert depth(node) <= DEEPEST, node.name
        if isinstance(node, ast.ClassDef):
            handlers = [one.name for one in node.body if getattr(one, "name", "")[:3] == "on_"]
            assert len(handlers) <= MOST_HANDLERS, node.name


def depth(node: ast.AST) -> int:
    """Count the blocks inside each other; `elif` is no deeper, and a function counts by itself."""
    chained = node.orelse if isinstance(node, ast.If) and len(node.orelse) == 1 else []
    elif_of = [one for one in chained if isinstance(one, ast.If)]
    inner = [one for one in ast.iter_child_nodes(node) if not isinstance(one, FUNCTIONS)]
    steps = ((isinstance(one, BLOCKS) and one not in elif_of) + depth(one) for one in inner)
    return max(steps, default=0)
