"""What the documents name is there: files, headings, commands, options, keys."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import re
import shlex
import textwrap
import tomllib
from pathlib import Path

import click
import pytest

from archive import Archive
from tui import config
from tui.commands._main import COMMANDS, Commands
from tui.keys import commands, shown

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("samples/*.md")],
    key=lambda path: path.as_posix(),
)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"(?:^    |^\$ |`)(cablegram [^`\n]*?)(?= +# |`|$)", re.MULTILINE)
_MODULE = re.compile(r"python -m (\w+(?:\.\w+)*)")
_TARGET = re.compile(r"(?:^    |`)make (\w+)", re.MULTILINE)


def named(pattern: re.Pattern[str]) -> list[object]:
    """Every match of a pattern in the documents, with its document as the name of the case."""
    return [
        pytest.param(path, found, id=f"{path.name}:{found.strip()}")
        for path in DOCUMENTS
        for found in dict.fromkeys(pattern.findall(path.read_text(encoding="utf-8")))
    ]


@pytest.mark.parametrize(("document", "link"), named(_LINK))
def test_links_lead_somewhere(document: Path, link: str) -> None:
    if link.startswith(("http://", "https://")):
        pytest.skip("an address outside: nothing is fetched")
    path, _, _heading = link.partition("#")
    assert not path or (document.parent / path).exists()


@pytest.mark.parametrize(("_document", "line"), named(_COMMAND))
def test_commands_exist(_document: Path, line: str) -> None:
    words = shlex.split(line)[1:]
    if not words or words[0] not in COMMANDS:
        return  # opens the reader on a path
    command = Commands().get_command(click.Context(Commands()), words[0])
    assert command is not None
    known = {option for given in command.params for option in given.opts}
    assert {word for word in words[1:] if word.startswith("--")} <= known


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_named_somewhere(name: str) -> None:
    if name == "read":
        return  # the default: written without its name
    assert any(f"cablegram {name}" in path.read_text(encoding="utf-8") for path in DOCUMENTS)


@pytest.mark.parametrize(("_document", "module"), named(_MODULE))
def test_modules_exist(_document: Path, module: str) -> None:
    assert importlib.util.find_spec(module) is not None


@pytest.mark.parametrize(("_document", "target"), named(_TARGET))
def test_make_targets_exist(_document: Path, target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


_DOOR = re.compile(r"^## (\w+)\n.*?```python\n(.*?)```", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"(\w+)\(((?:[^()]|\([^()]*\))*)\)")


def described() -> list[object]:
    """Every call in the page on the doors: what has it, its name, and what it takes."""
    cases = []
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for package, calls in _DOOR.findall(page):
        owner = door = importlib.import_module(package)
        for line in calls.splitlines():
            code, _, _ = line.partition("#")
            if line.startswith("class "):
                owner = getattr(door, line.split()[1].rstrip(":"))
            else:
                cases += [pytest.param(owner, *call, id=call[0]) for call in _CALL.findall(code)]
    return cases


@pytest.mark.parametrize(("owner", "name", "arguments"), described())
def test_what_the_doors_offer_is_called_so(owner: object, name: str, arguments: str) -> None:
    [function] = ast.parse(f"def call({arguments}): ...").body
    assert isinstance(function, ast.FunctionDef)
    named = [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]
    taken = inspect.signature(getattr(owner, name)).parameters
    assert named == [one for one in taken if one != "self"]


def test_all_that_the_archive_offers_is_described() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    offered = [name for name in vars(Archive) if not name.startswith("_")]
    assert [name for name in offered if f"{name}(" not in page] == []


_KEYS = re.compile(r"`([a-zA-Z/?&<>:'=(){}\[\]]|Space|Enter|Esc|Backspace)`")


def test_keys_of_the_guide_exist() -> None:
    known = {shown(key) for command in commands() for key in command.keys}
    text = "".join(
        (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/guide.md")
    )
    assert set(_KEYS.findall(text)) <= known


def test_the_settings_of_the_guide_are_all_there_are_and_can_be_read(tmp_path: Path) -> None:
    text = (ROOT / "docs/guide.md").read_text(encoding="utf-8")
    example = textwrap.dedent(text.partition("Settings are TOML")[2].split("\n\n", 1)[1])
    example = example.partition("\n## ")[0]
    file = tmp_path / "config.toml"
    file.write_text(example, encoding="utf-8")
    config.load(file)
    assert {*tomllib.loads(example)} == {*config._NAMES, "keys"}


def test_the_examples_of_the_parser_give_what_they_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(
        str(ROOT / "docs/parser.md"), module_relative=False, encoding="utf-8"
    )
    assert tried > 15
    assert not failed
