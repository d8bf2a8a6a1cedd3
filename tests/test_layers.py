"""Imports run one way, and stay light: proved by looking at what got loaded."""

import subprocess
import sys

import pytest


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
