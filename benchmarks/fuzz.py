"""A mutation fuzzer for the parser: changed samples in, cables or the parser's own errors out.

    python -m benchmarks.fuzz [SECONDS] [SEED]

Corpus: every file of `samples/`, one of each other carrier, telegrams with their sections out of
order, and archives made of them. Each input is changed in one to eight places (bytes turned, cut,
doubled, repeated hundreds of times, moved, taken from another input, a telling word or a line of
the table of notations put in). Every second input goes to `parser.read` as bytes: nothing but
`SourceError` may be raised. The others go to `parser.parse_message` as text, lone surrogates and
all: nothing may be raised. Checked for both: spans lie within the raw text and within their
paragraphs, repairs are in order and say what stood there, ids are canonical,
`from_dict(to_dict(x)) == x`, `explain` and `clean` take it, reading twice gives the same, and both
take less than ten seconds.
Prints what failed and how many inputs were tried; failures and the slowest input are written to the
folder for temporary files.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import signal
import sys
import tarfile
import tempfile
import time
import traceback
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import parser
from benchmarks.adversarial import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
_LONGEST = 1 << 17
"""Bytes of an input."""
_PATIENCE = 10
"""Seconds of processor time for one input; most take milliseconds."""
WORDS = tuple(
    word.encode("utf-8", "surrogatepass")
    for word in (
        "VZCZCXRO0001\n",
        "DE RUEHTI #9901/01 1040605\n",
        "O 140605Z APR 09\nFM AMEMBASSY TIRANA\n",
        "E.O. 12958: DECL: 04/14/2019\n",
        "TAGS: PREL, AL\n",
        "SUBJECT: x\n",
        "REF: A. ROME 12\n",
        "Classified By: Ann Example for reasons 1.4 (b)\n",
        "SUMMARY\n-------\n",
        "END SUMMARY.\n",
        "NNNN\n",
        "TIRANA 00009901 002 OF 004\n",
        "\nTirana 00009901  003 of 004\n",
        "C O N F I D E N T I A L SECTION 02 OF 04 TIRANA 009901\n",
        "9999\t2009-04-14 06:05:00\t09ROME1\tEmbassy Rome\tSECRET\t\t",
        *(
            "\\\n",
            '","',
            '"',
            '""',
            "\0",
            "\r\n",
            "&#8217;",
            "11. ",
            "¶1. (C) ",
            "\n\n\n",
            "xxxxxxxx",
        ),
        *("</pre>", "<code><pre>", "<table class='cable'>", "Viewing cable 09ROME1, X\n"),
        *("Message Text\n", "Message Attributes\n", "Cablegate: X\n", "(strictly protect)"),
        *("\nSECRET SECTION 03 OF 03 TIRANA 009901\n", "\nSECRET SECTION 02 OF 03 TIRANA 009901\n"),
        *("\u202e", "\x1b]52;c;x\x07", "\ud800", "\U0001f4a9", "\ufeff"),
        *UNITS,
    )
)
TEI = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><div type="document" xml:id="d1">
<head>1. A</head><p>2. Your 3.<note n='1'>N</note> Text<pb/>s</p></div></TEI>"""
CENTRAL_FILES = b"""Message Text\n\nP 140605Z APR 77\nFM AMEMBASSY TIRANA\n1. X\n
Message Attributes\n\nFrom: TIRANA\n"""
PLUSD = b"""<table id="synopsis"><tr><td>T</td></tr><tr><td><div class="s_key">Date:</div>
<div class="s_val">2009 April 14, 06:05</div></td></tr></table><div class="pane-tab">
<div class="pane-header">Raw content</div><div class="pane-content"><div class="text-content">
E.O. 11652: GDS\nTAGS: PFOR\nREF: ROME 12\n\n1. X</div></div></div><table class="references">
<tbody><tr><td></td><td><a href="/plusd/cables/1974ROME00012.html" title="ROME 12">R</a></td></tr>
</tbody></table>"""
MIRROR = b"""09TIRANA9901\nQUAYS\nTue Apr 14 06:05:00 +0200 2009\nCONFIDENTIAL\nEmbassy Tirana
O 140605Z APR 09\nFM AMEMBASSY TIRANA\nTO SECSTATE WASHDCC O N F I D E N T I A L TIRANA 009901\n
SUBJECT: QUAYS\n\n1. (C) X\n"""
SECTIONS = b"""S E C R E T SECTION 01 OF 03 TIRANA 009901\nSUBJECT: QUAYS\n
1. (C) One\n\nS E C R E T SECTION 03 OF 03 TIRANA 009901\n\nthree.\n
S E C R E T SECTION 02 OF 03 TIRANA 009901\n\nand two and\n"""


class FindingError(Exception):
    """Something that must hold does not."""


def expect(what: object, name: str) -> None:
    """Raise a finding unless `what` holds."""
    if not what:
        raise FindingError(name)


def corpus() -> list[bytes]:
    """Read the samples, and pack some of them."""
    files = [path.read_bytes() for path in sorted((ROOT / "samples").rglob("*")) if path.is_file()]
    files = [data[: 1 << 16] for data in files] + [TEI, CENTRAL_FILES, PLUSD, MIRROR, SECTIONS]
    small = [data for data in files if len(data) < 4000][:6]
    tar, packed = io.BytesIO(), io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive, zipfile.ZipFile(packed, "w") as zipped:
        for number, data in enumerate(small):
            info = tarfile.TarInfo(f"{number}.txt")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
            zipped.writestr(f"{number}.txt", data)
    text = small[0]
    squeezed = [gzip.compress(text), bz2.compress(text), lzma.compress(text)]
    return [*files, tar.getvalue(), packed.getvalue(), *squeezed, gzip.compress(tar.getvalue())]


def notations() -> tuple[bytes, ...]:
    """Read the ways in which fields are printed, from the table of the tests."""
    table = (ROOT / "tests/parser/notations.tsv").read_text(encoding="utf-8").splitlines()
    printed = (row.split("\t")[1].replace("\\n", "\n") for row in table[1:])
    return tuple(f"\n{text}\n".encode() for text in printed)


def mutated(
    data: bytes, others: list[bytes], words: tuple[bytes, ...], rng: random.Random
) -> bytes:
    """Change an input in one to eight places."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        start = rng.randrange(len(out) + 1)
        end = min(len(out), start + rng.choice((1, 2, 8, 60, 500)))
        match rng.randrange(7):
            case 0:
                out[start:end] = rng.randbytes(end - start)
            case 1:
                del out[start:end]
            case 2:
                out[start:start] = out[start:end] * rng.choice((1, 2, 50, 600))
            case 3:
                out[start:start] = rng.choice(words) * rng.choice((1, 1, 1, 30, 600))
            case 4:
                other = rng.choice(others)
                place = rng.randrange(len(other) + 1)
                out[start:end] = other[place : place + rng.choice((10, 300, 3000))]
            case 5:
                out = out[: rng.randrange(len(out) + 1)] or out
            case _:
                chunk = out[start:end]
                del out[start:end]
                place = rng.randrange(len(out) + 1)
                out[place:place] = chunk
    return bytes(out[:_LONGEST])


def check(data: bytes, *, is_text: bool) -> None:
    """Read an input twice.

    Raises:
        FindingError: something that must hold does not.
    """
    if is_text:
        text = data.decode("utf-8", "surrogateescape")
        first, second = [parser.parse_message(text)], [parser.parse_message(text)]
    else:
        first, second = list(read(data)), list(read(data))
    expect(first == second, "reading twice gives the same")
    for parsed in first:
        check_cable(parsed)


def check_cable(parsed: parser.Parsed) -> None:
    """Look at one cable.

    Raises:
        FindingError: something that must hold does not.
    """
    cable = parsed.cable
    spans = [paragraph.span for paragraph in cable.paragraphs]
    spans += [repair.span for repair in cable.repairs]
    spans += [origin.span for origin in cable.origins if origin.span]
    spans += [problem.span for problem in parsed.problems if problem.span]
    spans += [reference.span for reference in cable.references if reference.span]
    expect(all(0 <= start <= end <= len(cable.raw) for start, end in spans), "spans in the text")
    for one in cable.paragraphs:
        phrases = [*one.protect, *one.redactions, *((place, place) for place in one.missing)]
        expect(all(0 <= start <= end <= len(one.text) for start, end in phrases), "phrases inside")
    places = [repair.span for repair in cable.repairs]
    expect(places == sorted(places), "repairs in order")
    expect(
        all(cable.raw[slice(*repair.span)] == repair.before for repair in cable.repairs),
        "repairs say what stood there",
    )
    expect(cable.mrn is None or parser.canonical_mrn(cable.mrn) == cable.mrn, "a canonical id")
    expect(parser.from_dict(parser.to_dict(cable)) == cable, "plain values and back")
    expect(all("\n" not in line for line in parser.explain(cable)), "an explanation of lines")
    shown = parser.clean(cable.raw)
    expect("\x1b" not in shown and parser.clean(shown) == shown, "clean text stays as it is")


def read(data: bytes) -> Iterator[parser.Parsed]:
    """Read until the end, or until the parser's own error."""
    message = ""
    try:
        yield from parser.read(data)
    except parser.SourceError as error:
        message = str(error)
    expect("\n" not in message, "an error of one line")


def main() -> int:
    """Run for as long as was asked; the status says whether anything failed."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    signal.signal(signal.SIGVTALRM, _give_up)
    rng = random.Random(seed)
    inputs, words = corpus(), WORDS + notations()
    tried, slowest, failures = 0, 0.0, 0
    end = time.monotonic() + seconds
    while time.monotonic() < end and failures < 10:
        data = mutated(rng.choice(inputs), inputs, words, rng)
        tried += 1
        begin = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE)
        try:
            check(data, is_text=tried % 2 == 0)
        except Exception:  # noqa: BLE001 - whatever is raised is a finding
            failures += 1
            traceback.print_exc(limit=-4)
            keep(data, f"fuzz-{seed}-{tried}.bin")
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        taken = time.process_time() - begin
        if taken > slowest:
            slowest = taken
            keep(data, f"fuzz-{seed}-slowest.bin")
    print(
        f"{tried} inputs in {seconds:.0f} s, {failures} failures; the slowest took {slowest:.2f} s"
    )
    return min(failures, 1)


def _give_up(_signal: int, _frame: object) -> None:
    raise FindingError("an input takes too long")


def keep(data: bytes, name: str) -> None:
    """Write an input beside the others, for whoever mends it."""
    Path(tempfile.gettempdir(), name).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
