"""Writes `docs/keys.md` from the table of commands: `python -m tui.keys_page > docs/keys.md`."""

from __future__ import annotations

from tui.keys import SECTIONS, Command, commands, shown
from tui.safety import print_block

_INTRODUCTION = """\
# Keys

This page is written from the program's own table of commands (`tui/keys.tsv`), which also makes the
hint line and the help (`?`). Keys are those of less, vim and mutt where these have one.

A number before a key that goes one step goes so many: `5j`, `3d`, `2}`, `4n`, `3)`. In a list `12`
and Enter go to its row 12, as in mutt. A number stands in the last line until a key uses it or
drops it; Esc only drops it, and Backspace takes its last digit. In the lists to choose from, what
is typed narrows instead.

Each command can also be typed: `:` and its name, the last part of its id, or the beginning of it;
or the whole id. Some take something behind it: `:sort date`, `:theme dark`, `:search QUERY`,
`:help WORDS`. Tab completes, Up brings back what was typed before.

A key can be changed in the settings, `config.toml` in your configuration folder, by the id of its
command:

```toml
[keys]
index.down = "j,down,ctrl+n"
```
"""


def page() -> str:
    """Return the page."""
    parts = [_INTRODUCTION]
    for title in dict.fromkeys(SECTIONS.values()):
        rows = [command for command in commands() if SECTIONS[command.where] == title]
        if rows:
            table = "".join(map(_row, rows))
            parts.append(f"## {title}\n\n| keys | what it does | id |\n|---|---|---|\n{table}")
    return "\n".join(parts)


def _row(command: Command) -> str:
    keys = " ".join(_code(shown(key)) for key in command.keys) or f"`{command.shown}`"
    return f"| {keys} | {_escaped(command.help)} | `{command.id}` |\n"


def _code(key: str) -> str:
    return f"`` {key} ``" if key == "`" else f"`{_escaped(key)}`"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print_block(page().rstrip())
