"""The arguments and options that several commands share."""

from __future__ import annotations

import os
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable


class Place(click.Path):
    """A path that is not empty: `"$FOLDER"` where it is not set would be the current folder."""

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not os.fspath(value):
            self.fail("the name is empty; is a variable of the shell not set?", param, ctx)
        return super().convert(value, param, ctx)


SOURCE = Place(path_type=Path, readable=False)
"""The type of a file or folder to read. One without rights is named later; the rest is read."""

_FOLDER = Place(path_type=Path, file_okay=False)

archive_option = click.option(
    "--archive",
    "folder",
    metavar="DIR",
    type=_FOLDER,
    help="The archive; without it CABLEGRAM_ARCHIVE, or the one in your data folder.",
)
"""The option `--archive` of a command, given to it as `folder`."""


def archive_alone(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command that takes nothing but an archive its `folder`: `DIR`, or `--archive DIR`."""

    @click.argument("named", metavar="[DIR]", required=False, type=_FOLDER)
    @archive_option
    @wraps(function)
    def command(*, named: Path | None, folder: Path | None, **options: Any) -> int:
        if named is not None and folder is not None:
            raise click.UsageError(f"--archive names the archive: {named} is one too many.")
        return function(folder=named or folder, **options)

    return command


class Words(click.ParamType[str]):
    """An argument that is text. A byte that is none becomes the replacement character."""

    name = "text"

    @override
    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return value.encode(errors="surrogateescape").decode(errors="replace")


def format_option(*forms: str, text: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """Return the option `--format` of a command, given to it as `form`; the first form is usual."""
    return click.option(
        "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help=text
    )
