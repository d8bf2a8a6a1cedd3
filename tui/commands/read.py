"""`cablegram [PATH]...`: open the reader."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import config, restricted
from tui.commands import _importing, _main, _options, _places
from tui.settings import THEMES

if TYPE_CHECKING:
    from tui.settings import Settings

_ESCAPE_DELAY = "25"
"""Milliseconds after which Esc is a key by itself: what follows in a sequence comes along."""


@click.command("read")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=_options.SOURCE)
@_options.archive_option
@click.option("--ascii", "is_ascii", is_flag=True, help="Draw with ASCII characters alone.")
@click.option("--mouse/--no-mouse", "has_mouse", default=None, help="Listen to the mouse.")
@click.option(
    "--theme",
    metavar="NAME",
    type=click.Choice(THEMES),
    help=f"How it looks: {', '.join(THEMES[:-1])} or {THEMES[-1]}.",
)
@click.option(
    "--restricted",
    "is_restricted",
    is_flag=True,
    help="For a shared account: write no file, start no program, keep nothing.",
)
@click.option(
    "--config",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Settings; without it config.toml in your configuration folder.",
)
def command(  # noqa: PLR0913 - one for each option
    paths: tuple[Path, ...],
    *,
    folder: Path | None,
    is_ascii: bool,
    has_mouse: bool | None,
    theme: str | None,
    is_restricted: bool,
    file: Path | None,
) -> int:
    """Open the reader on PATH: an archive, or files and folders of cables.

    Files and folders are read into an archive in your cache folder, which is used again while they
    are unchanged. Without PATH the default archive is opened.
    """
    if folder is not None and paths:
        raise click.UsageError(f"--archive names what is opened: {paths[0]} is one too many.")
    _refuse_missing(paths)
    _refuse_without_terminal()
    if is_restricted:
        restricted.confine(os.environ)
    settings = _with_options(config.load(file), is_ascii, has_mouse, theme)
    if is_restricted:
        return _open(folder or _only(paths), replace(settings, is_restricted=True))
    if folder is None and _are_sources(paths):
        with _importing.cached(paths) as made:
            return _open(made, settings)
    return _open(folder or _archive_of(paths), settings)


def _refuse_without_terminal() -> None:
    """Say no where there is no screen to draw on: in a pipe, or on a terminal without one."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        reason = "the reader needs a terminal for its input and its messages"
    elif os.environ.get("TERM", "dumb") in {"", "dumb", "unknown"}:
        reason = f"the terminal (TERM={os.environ.get('TERM', '')}) cannot move its cursor"
    else:
        return
    raise click.ClickException(
        f"{reason}; `cablegram search` and `cablegram show` print without one."
    )


def _refuse_missing(paths: tuple[Path, ...]) -> None:
    for path in paths:
        if not path.exists():
            raise click.ClickException(_main.missing(str(path)))


def _only(paths: tuple[Path, ...]) -> Path:
    """Return the one archive that is named: reading anything else would write a cache."""
    if len(paths) != 1:
        raise click.ClickException("--restricted opens one archive; name its folder.")
    return paths[0]


def _are_sources(paths: tuple[Path, ...]) -> bool:
    archives = [path for path in paths if _places.is_archive(path)]
    if archives and len(paths) > 1:
        raise click.ClickException(
            f"{archives[0]} is an archive; it is opened by itself, without other paths."
        )
    return bool(paths) and not archives


def _archive_of(paths: tuple[Path, ...]) -> Path:
    return paths[0] if paths else _places.existing(None)


def _with_options(
    settings: Settings, is_ascii: bool, has_mouse: bool | None, theme: str | None
) -> Settings:
    """Let the command line have the last word."""
    if is_ascii or not _is_unicode():
        settings = replace(settings, is_ascii=True)
    if has_mouse is not None:
        settings = replace(settings, has_mouse=has_mouse)
    return replace(settings, theme=theme) if theme else settings


def _is_unicode() -> bool:
    """Say whether the locale can show more than ASCII."""
    names = [os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if names[1] == "C.UTF-8":  # Python itself sets this where the locale is C (PEP 538)
        del names[1]
    locale = next((name for name in names if name), "C")
    encoding = (sys.stderr.encoding or "").lower().replace("-", "")
    return locale not in {"C", "POSIX"} and encoding == "utf8"


def _open(folder: Path, settings: Settings) -> int:
    # 256 colours are half the bytes of true colour; Textual reads this when it is imported.
    os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", "256" if _has_256_colours() else "standard")
    os.environ.setdefault("ESCDELAY", _ESCAPE_DELAY)  # and this
    gc.disable()  # until the reader is there: what is loaded stays, and looking at it takes long
    from archive import Archive  # noqa: PLC0415 - after the cheap checks
    from tui import memory  # noqa: PLC0415 - takes some milliseconds, for this command alone
    from tui.start import run_reader  # noqa: PLC0415 - for this command alone

    memory.share_heap()
    with Archive.open(folder, is_frozen=settings.is_restricted) as archive:
        return run_reader(archive, settings)


def _has_256_colours() -> bool:
    return "256" in os.environ.get("TERM", "") or bool(os.environ.get("COLORTERM"))
