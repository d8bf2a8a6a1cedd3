from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import parser

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize("name", parser.__all__)
def test_what_is_named_is_there(name):
    assert getattr(parser, name) is not None


def test_what_is_not_named_is_not_there():
    with pytest.raises(AttributeError, match="no_such_name"):
        parser.no_such_name  # noqa: B018


def test_importing_it_does_not_import_what_reads():
    code = "import sys, parser; print(*(name for name in sys.modules if 'parser' in name))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    expected = {"parser", "parser._clean", "parser._errors", "parser._tables"}
    assert {name for name in loaded.stdout.split() if name.startswith("parser")} == expected


def test_help_shows_every_name():
    shown = subprocess.run(
        [sys.executable, "-c", "import parser; help(parser)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert [name for name in parser.__all__ if name not in shown] == []


def test_cables_travel():
    for parsed in parser.read(SAMPLES):
        assert pickle.loads(pickle.dumps(parsed)) == parsed  # noqa: S301 - written right here
        plain = json.loads(json.dumps(parser.to_dict(parsed.cable)))
        assert parser.from_dict(plain) == parsed.cable
        assert hash(parser.from_dict(plain)) == hash(parsed.cable)
