"""The real command in a pseudo-terminal, for a user with a home of their own."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.terminal import Terminal, command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAMPLES = Path(__file__).parents[2] / "samples"

Start = "Callable[..., Terminal]"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Where the user's own files are, as variables of the environment."""
    names = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    return {name: str(tmp_path / name) for name in names}


@pytest.fixture
def start(home: dict[str, str]) -> Iterator[Callable[..., Terminal]]:
    """Start the command; every start of one test has the same home."""
    with ExitStack() as stack:

        def run(
            *words: object,
            size: tuple[int, int] = (80, 24),
            environment: dict[str, str] | None = None,
        ) -> Terminal:
            line = command(*map(str, words))
            return stack.enter_context(
                Terminal(*line, size=size, environment={**home, **(environment or {})})
            )

        yield run


@pytest.fixture
def reader(start: Callable[..., Terminal], samples: Path) -> Terminal:
    """The reader at 80x24 on the samples, its list shown."""
    terminal = start(samples)
    terminal.wait("/63")
    return terminal
