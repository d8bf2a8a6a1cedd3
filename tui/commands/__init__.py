"""The command line: one module a command. None of them imports Textual before it must."""

from ._main import run

__all__ = ["run"]
