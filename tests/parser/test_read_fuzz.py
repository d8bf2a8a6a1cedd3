"""Whatever the bytes: cables, or the parser's own errors. A longer run is `benchmarks/fuzz.py`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parser
from parser import SourceError

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
STARTS = [
    b"",
    b'"1","4/14/2009 6:05","09TIRANA9901","Embassy Tirana","SECRET","","',
    b"<table class='cable'><tr><th>Reference ID</th></tr><tr><td>09TIRANA9901</td></tr><pre>",
    b'<table id="synopsis"><tr><td><div class="s_key">From:</div>',
    b'<table id="synopsis"></table><div class="pane-tab"><div class="pane-header">Content</div>',
    b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><div type="document"><p>',
    b"Message Text\n\nMessage Attributes\n\n",
    b"Viewing cable 09TIRANA9901, X\nReference ID\tCreated\n",
    b"Cablegate: X\n\n",
    b"09TIRANA9901\nX\nTue Apr 14 06:05:00 +0200 2009\nSECRET\nEmbassy Tirana\n",
    b"VZCZCXRO0001\nDE RUEHTI #9901/01 1040605\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x00",
    b"BZh9",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
    b"\xff\xfe",
]


def outcome(data):
    """Return the cables read, and the error at the end."""
    cables = []
    try:
        cables.extend(parser.read(data))  # keeps what came before an error
    except SourceError as error:
        return cables, str(error)
    return cables, None


def check(data):
    cables, error = outcome(data)
    assert (cables, error) == outcome(data)
    assert error is None or "\n" not in error
    for parsed in cables:
        spans = [origin.span for origin in parsed.cable.origins if origin.span]
        spans += [paragraph.span for paragraph in parsed.cable.paragraphs]
        assert all(0 <= start <= end <= len(parsed.cable.raw) for start, end in spans)


@pytest.mark.parametrize("start", STARTS, ids=lambda start: repr(start[:16]))
@settings(max_examples=30)
@given(rest=st.binary(max_size=300))
def test_any_bytes(start, rest):
    check(start + rest)


@settings(max_examples=150)
@given(
    path=st.sampled_from(FILES),
    place=st.floats(0, 1),
    cut=st.integers(0, 400),
    put=st.binary(max_size=20) | st.sampled_from([b"\n\n", b'"', b"\\\n", b"11. (C) ", b"</pre>"]),
)
def test_changed_samples(path, place, cut, put):
    data = path.read_bytes()[: 1 << 15]
    start = int(place * len(data))
    check(data[:start] + put + data[start + cut :])
