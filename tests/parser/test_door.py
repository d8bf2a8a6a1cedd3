from __future__ import annotations

import subprocess
import sys

import pytest

import parser


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
    expected = {"parser", "parser._clean", "parser._errors", "parser._model", "parser._tables"}
    assert {name for name in loaded.stdout.split() if name.startswith("parser")} == expected
