"""The command `cablegram`: which word is a command, and what happens when one fails."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING

import click
from typing_extensions import override

from tui.safety import print_error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

FAILED = 2
"""Exit status when something could not be done."""
INTERRUPTED = 130
BROKEN_PIPE = 141

COMMANDS = {
    "read": "Open the reader (the default).",
    "import": "Read files and folders into an archive.",
    "search": "Print the paragraphs that match best.",
    "show": "Print a cable, a paragraph, or all cables of a file.",
    "stats": "Count what an archive holds.",
    "check": "Verify an archive.",
    "reindex": "Build an archive's search index again.",
    "formats": "List what can be read.",
}
"""Name and meaning of each command; its module is loaded when it is called."""


class Commands(click.Group):
    """Commands by name; a first word that is none is a PATH for the reader."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        suffix = "_" if iskeyword(cmd_name) else ""
        module = import_module(f"tui.commands.{cmd_name}{suffix}")
        command: click.Command = module.command
        return command

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)  # the shell asks what the first word may be
        if not args or args[0] not in {*COMMANDS, "--help", "-h", "--version"}:
            if args and _is_misspelt(args[0]):
                raise click.ClickException(missing(args[0]))
            args = ["read", *args]
        return super().parse_args(ctx, args)

    @override
    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete a first word: a command, or else a file, or an option of the reader."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only for the shell

        reader = self.get_command(ctx, "read")
        if reader is not None and incomplete.startswith("-"):
            own = super().shell_complete(ctx, incomplete)
            return [*own, *reader.shell_complete(ctx, incomplete)]
        named = (item for item in COMMANDS.items() if item[0].startswith(incomplete))
        names = [CompletionItem(name, help=meaning) for name, meaning in named]
        # The request for files comes first: bash drops what stands before it.
        return [CompletionItem(incomplete, type="file"), *names]

    @override
    def invoke(self, ctx: click.Context) -> object:
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:  # `cablegram show X | head`
            # What Python would write when it ends has nowhere to go either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return BROKEN_PIPE
        return status

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="",
    subcommand_metavar="[PATH]... | COMMAND [ARGS]...",
)
@click.version_option(package_name="cablegram", message="%(prog)s %(version)s")
def cablegram() -> None:
    """Read archives of diplomatic cables in the terminal.

    PATH is an archive, or files and folders of cables; without it the default archive is opened.
    `cablegram COMMAND --help` explains a command.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    _reopen_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = cablegram.main(arguments, prog_name="cablegram", standalone_mode=False)
    except click.ClickException as error:
        return _usage(error)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:
        if not _is_expected(error):
            raise
        print_error(_sentence(error))
        return FAILED
    return status if isinstance(status, int) else 0


def _reopen_closed() -> None:
    """Put nothing where a standard stream is closed, `cablegram ... 2>&-`, as in a daemon.

    Otherwise the next file that is opened, an archive perhaps, would take its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for the whole run


def missing(word: str) -> str:
    """Say that a word is neither a command nor a path, and what may have been meant."""
    near = _nearest(word)
    meant = f"did you mean `cablegram {near}`?" if near else "`cablegram --help` lists commands."
    return f"{word}: no such file or folder; {meant}"


def _is_misspelt(word: str) -> bool:
    """Say whether a first word was meant to be a command, whose options are not the reader's."""
    return not (word.startswith("-") or os.path.lexists(word)) and _nearest(word) is not None


def _nearest(word: str) -> str | None:
    import difflib  # noqa: PLC0415 - only for a word that is no command

    return next(iter(difflib.get_close_matches(word, COMMANDS, n=1)), None)


def _usage(error: click.ClickException) -> int:
    message = error.format_message()
    message += "" if message.endswith((".", "?")) else "."
    hint = ""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        hint = f" `{error.ctx.command_path} --help` explains the command."
    print_error(message + hint)
    return FAILED


def _is_expected(error: Exception) -> bool:
    """Say whether an error is one of ours (or the system's), with a sentence for the user."""
    from archive import ArchiveError  # noqa: PLC0415 - only when something went wrong
    from parser import SourceError  # noqa: PLC0415

    return isinstance(error, (ArchiveError, SourceError, OSError))


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{error.strerror}."
    return str(error)
