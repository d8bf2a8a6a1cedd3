"""The settings file, TOML: how the reader looks and which keys do what.

theme = "dark"             # terminal, dark, light or high-contrast
text_width = 72            # columns of the text, at most
columns = ["date", "id", "class", "subject", "hits"]    # of the index; also "post"
ascii = false              # draw with ASCII characters alone
mouse = false
driver = "cells"           # "textual": without our own terminal driver

[keys]                     # by the id of the command, see docs/keys.md
index.down = "j,down"
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
import platformdirs

from tui.keys import commands, understood
from tui.settings import COLUMNS, THEMES, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAMES = {
    "theme": ("theme", str),
    "text_width": ("text_width", int),
    "columns": ("columns", list),
    "ascii": ("is_ascii", bool),
    "mouse": ("has_mouse", bool),
    "driver": ("driver", str),
}
"""Name in the file, name in :class:`Settings` and type of each setting outside `[keys]`."""

_CHOICES = {"theme": THEMES, "driver": ("cells", "textual")}
_TYPES = {
    list: 'a list of texts, ["date", "id"]',
    str: "a text in quotes",
    int: "a whole number",
    bool: "true or false",
}
_NARROWEST = 20
_IN_WORDS = {
    "Invalid value": "the value is not understood: texts stand in quotes, true and false are small",
    "Cannot overwrite": "this is set already, further up",
    "Cannot declare": "this table is there already, further up: its lines belong there",
    "Illegal character '\\n'": "a text lacks the quote at its end",
    "Unterminated string": "a text lacks the quote at its end",
}
"""What a TOML error begins with, and what it means for somebody who writes settings."""
_LINE = re.compile(r"\bat line (\d+)")


class ConfigError(click.ClickException):
    """The settings file says something that is not understood."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}, line {line}: {message}")


def default_path() -> Path:
    """Return where the settings are looked for."""
    return Path(platformdirs.user_config_dir("cablegram")) / "config.toml"


def load(path: Path | None = None) -> Settings:
    """Read the settings; the defaults where there is no file.

    Raises:
        ConfigError: the file is no TOML, or a name or value in it is not known.
    """
    path = path or default_path()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise ConfigError(path, 1, "the file is not UTF-8.") from error
    return _Reader(path, text).settings()


class _Reader:
    """Turns one file into settings."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    def settings(self) -> Settings:
        """Return what the file sets, and the defaults for the rest."""
        import tomllib  # noqa: PLC0415 - most have no settings file

        try:
            table = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            line = _LINE.search(str(error))
            number = int(line[1]) if line else len(self.text.splitlines())  # at end of document
            message = f"{_in_words(str(error))}."
            raise ConfigError(self.path, number, message) from error
        keys = table.pop("keys", {})
        values = {_NAMES[name][0]: value for name, value in self._checked(table)}
        return Settings(**values, keys=self._each_once(dict(self._keys(keys))))

    def _checked(self, table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        for name, value in table.items():
            if name not in _NAMES:
                there_are = f"there are {', '.join(_NAMES)}, and the table [keys]."
                self._refuse((name,), f"{name!r} is no setting; {there_are}")
            kind = _NAMES[name][1]
            if type(value) is not kind:
                self._refuse((name,), f"{name} must be {_TYPES[kind]}.")
            if name in _CHOICES and value not in _CHOICES[name]:
                self._refuse((name,), f"{name} must be one of {', '.join(_CHOICES[name])}.")
            if isinstance(value, list):
                value = self._columns(name, value)  # noqa: PLW2901 - a tuple from here on
            if kind is int and value < _NARROWEST:
                self._refuse((name,), f"{name} must be {_NARROWEST} or more.")
            yield name, value

    def _columns(self, name: str, value: list[Any]) -> tuple[str, ...]:
        unknown = [column for column in value if column not in COLUMNS]
        if unknown or not value or len(set(value)) < len(value):
            said = f"{name} must name some of {', '.join(COLUMNS)}, each once"
            self._refuse((name,), f"{said}; not {unknown[0]!r}." if unknown else f"{said}.")
        return tuple(value)

    def _keys(self, table: Any, parents: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
        """Yield the id of a command and its keys, separated by commas."""
        if not isinstance(table, dict):
            self._refuse(("keys",), "keys must be a table, `[keys]`.")
        for name, value in table.items():
            place = (*parents, name)
            if isinstance(value, dict):
                yield from self._keys(value, place)
            elif ".".join(place) not in {command.id for command in commands()}:
                self._refuse(
                    ("keys", *place), f"{'.'.join(place)!r} is no command; see docs/keys.md."
                )
            elif isinstance(value, str) and value.strip():
                yield ".".join(place), self._named(place, value)
            else:
                self._refuse(("keys", *place), f'{".".join(place)} must be keys, "j,down".')

    def _each_once(self, keys: Mapping[str, str]) -> Mapping[str, str]:
        """Refuse a key that two commands of one place are to have: only one of them would."""
        given: dict[tuple[str, str], str] = {}
        for name, its in keys.items():
            for key in its.split(","):
                other = given.setdefault((name.partition(".")[0], key), name)
                if other != name:
                    self._refuse(("keys", *name.split(".")), f"{key!r} is given to {other}, too.")
        return keys

    def _named(self, place: tuple[str, ...], value: str) -> str:
        """Return keys as the table of commands names them, separated by commas."""
        names: list[str] = []
        for key in value.split(","):
            if (name := understood(key.strip())) is None:
                self._refuse(
                    ("keys", *place),
                    f"{key.strip()!r} is no key; write keys as docs/keys.md does, "
                    '"j", "PgDn", "Ctrl+N", and comma for the key itself.',
                )
            names.append(name)
        return ",".join(names)

    def _refuse(self, place: tuple[str, ...], message: str) -> NoReturn:
        raise ConfigError(self.path, line_of(self.text, place), message)


def _in_words(error: str) -> str:
    """Say what is wrong with a file that is no TOML."""
    plain = error.partition(" (at")[0].lower()
    return next((said for start, said in _IN_WORDS.items() if error.startswith(start)), plain)


def line_of(text: str, place: tuple[str, ...]) -> int:
    """Return the line on which a key of a TOML text is set, from 1; 1 when it is not found."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[([^\[\]]+)\]", line):
            table = _parts(header[1])
            if table == place:
                return number
        elif entry := re.match(r"""\s*((?:[\w.\- ]|"[^"]*"|'[^']*')+?)\s*=""", line):
            found = (*table, *_parts(entry[1]))
            if ".".join(found) == ".".join(place):
                return number
    return 1


def _parts(key: str) -> tuple[str, ...]:
    pieces = re.findall(r"""[\w\-]+|"[^"]*"|'[^']*'""", key)
    return tuple(piece.strip("\"'") for piece in pieces)
