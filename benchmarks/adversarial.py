"""How long the parser takes over texts and files that are made to be slow.

    python -m benchmarks.adversarial [--megabytes N ...] [--only WORD] [--carriers]

prints, for each unit repeated to that length (1, 3 and 10 MB unless told otherwise), seconds of
processor time a megabyte, which must not grow with the length; how much it grows from the first
length to the last; and the most memory that the last one took, in bytes a byte of text. With
`--carriers` the shapes are whole files for `parser.read`. Each runs in a process of its own.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import resource
import tarfile
import time
import zipfile
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import parser
from parser import parse_message

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

UNITS: Final = (
    *("a", "A", "9", "x", " ", "\t", "\n", "\r", "\xa0", "\u00e9", "\u00c2", "\u00b6", "\\"),
    *("-", "_", ".", ",", ":", "/", "(", ")", "[", "<", ">", "*", "&", "'"),
    *(
        " \n",
        "a\n",
        "A\n",
        "1\n",
        "-\n",
        "(\n",
        ")\n",
        ".\n",
        "\\\n",
        "\\ \n",
        "/\n",
        ">\n",
        ">a\n",
    ),
    *("x/", "x-", "1/2/", "1-", "a.", "A.", "a)", "(a", "(C", "(C) ", "A ", "a  ", "a   b   c\n"),
    *(" ) ", "a ) b ", "( ", ") (", "&amp;", "&#", "&#1", "&a", "<a ", "<a href=", "<b>", "**1"),
    *("1. (C) a\n", "1. a\n", "\n1. ", "1.\n\n", "\u00b61. ", "\u00b61\n", "\n11. (C) a", "a. b\n"),
    *("- a\n", "-- a\n", "(1) a\n", "---\n", "--- a ---\n", "a\n---\n", "---\na\n---\n", "A:\n\n"),
    *("\nTIRANA 00009901 002 OF 004\n\nabc", "00009901 002 OF 004 ", "OF 004 ", "A OF 01 "),
    *("PAGE 02 ", "PAGE 02  TIRANA  09901  140605Z\n", "\nSECRET SECTION 02 OF 04 X 1\n"),
    *("      SECRET\nPAGE 02  ROME  09901  140605Z x", "=   A\n", "EXEMPT\n", "@@@OASYS@@@\n"),
    *("a.  AB ", "a.  -- A", "ABC\nDE\nFG\n", "ABC\nDE\nFG\n\n"),
    "ACTION EUR-00\nUNCLAS SECTION 02 OF 03 ROME 12\nA FOR B\n",
    *("\nSECRET\n", "\nS E C ", "\nSIPDIS\n", "\nSIPDIS\nabc", "\nSIPDIS abc", "\nC O N F "),
    *("RUEHC/SECSTATE WASHDC IMMEDIATE 4821\n", "\nTO RUEHC\n", "\nVZCZCXRO0001\n", "DE RUEHTI "),
    *(":00\n", "2009-04-14 06:05:00\n", "9\t2009-04-14 06:05:00\t09ROME1\tEmbassy\t", "09ROME1|"),
    *("\nTAGS: ", "\nSUBJECT: ", "\nREF: A. ", "\nE.O. 12958: ", "Classified By: ", "REASON 1.4 "),
    *(
        "oper\nations\n",
        "abc-\ndef ",
        "a-\nb",
        "Aa bb.\n\nCc dd\n\n",
        "aaa\n\nbbb\n\n",
        "A B\nc d\n",
    ),
    *("END ", "END SUMMARY ", "SUMMARY: ", "\n\nSUMMARY\n", "COMMENT. ", "END COMMENT. EXAMPLE\n"),
    *(
        "xxx ",
        "xxx-",
        "xxxX",
        "(protect",
        "(strictly ",
        "SMITH\n",
        "SMITH ",
        "Van ",
        "NNNN\n",
        "http:",
    ),
    *("REFETL:\n", "SUBJECXT: a\n", "A B C D: ", "Ann ", "1.4 (b) ", "(END SUMMARY) ", "(SUMMARY "),
    *("RUEHC/A ", "FM A TO SECSTATE A ", "O R RUEHC ", "A. 1. (C) A ", "A. (C) A "),
    *("\xad ", "A SUMMARY ENDS ", "REFTEL ROME A ", "REFS A\n", "THE CABLE ", "PG OV "),
    *("SECRET\n", "A #1 ", "DCM-ANN ", "COUNTRY\n", "\n\nWITH A", "[SUMMARY]\n", "TAGS PREL SUBJ "),
    *(
        "AaBb",
        "\u2010",
        "\u2028",
        "\x85",
        "\ud800",
        "\u0130",
        "\ufb01",
        "x" * 70 + "\n",
        "a" * 61 + "\n",
    ),
    *("inspect\nions ", "a" * 30 + "\nbcd\n", "(c) ", "a)\n", "i. ii. ", "(ii) a\n", "a: b\n- c\n"),
    *(
        "1. (C) a\n\nHEAD\n----\n\n",
        "END SUMMARY.\n\n",
        "\n\n2. (C) SUMMARY: a\n\n",
        "--- A\n",
        "A ---\n",
    ),
    *("\nSECRET SECTION 01 OF 99 X 1\n", "\n\nVZCZCX\nOO RUEHC\n", "\nINFO RUEHC\n", "\nXMT A/B\n"),
    *("\u00b61. (C) A\n\u00b642 to\n", "1. (C) a\n\n\n\n\n", "(strictly\n", "a-\n", "aa\nbb\n\n"),
    *("TD-314/1 ", "ROME 1/2/3/4 ", "A. ROME 1 ", "08 ROME 12 AND ", "EMAIL, ", "(A) (B) "),
    *(". EN D ", ". Ends ummary\n\n", "1. (C) SU MMARY: a\n\n", "NOTE\n", "/s/ ", "[A] ", "AN 1 "),
    *("S AO P AULO 1, ", "A B C 1 ", "PR EL, ", "BAS ED ON ", "Offic er ", "\nXMT A\nINFO B\n"),
    "00009901 002 OF 004 \nSUBJECT: A SMALL HARBOUR\n",
    *("1. ROME 12\n", "\u00b62. ROME 3\n\n", "B ROME 1\n\n", "ROME 1. ", "(ROME ("),
    *("Aa - Bbb\n", "A   b\n", "1. (C//REL A, ", "END A\n---\n", f"{'a ' * 51}\nB. ", "the\n\nB "),
    *("- x:\n\na\nb\n-----------\n", "A\n\nb\n", "a.\nA B\n\nC D\n---\n", "Comment: a\n\nb\n"),
)


TEXT: Final = "O 140605Z APR 09\n\nSECRET TIRANA 1\n\n1. (C) "
LIST: Final = "O 140605Z APR 09\nFM ROME\nTO RUEHC/SECSTATE\n"
HEADER_UNITS: Final = (
    *("RUEHC/SECSTATE WASHDC IMMEDIATE 4821\n", "A\n", "RUEHC/A\n", "RUEHC/ ", "AMEMBASSY ", "\n"),
    *(
        "INFO A\n",
        "XMT A/B\n",
        "A/",
        "A COLLECTIVE\n",
        "PAGE 02  ROME  12  140605Z\n",
        " ",
        "ZNR U\n",
    ),
    *("IMMEDIATE12 ", "NIACT IMMEDIATE ", "ALL A", "9", "ZFD\n", "BT\n"),
)
FIELD_UNITS: Final = (
    *(
        "TAGS: PREL\n",
        "SUBJECT: a\n",
        "REF: A. ROME 1\n",
        "E.O. 12958: N/A\n",
        "DECL: ",
        "Classified By: A\n",
    ),
    *(
        "A. ROME 1 ",
        "ROME 1, ",
        "PREL ",
        "PRELPREL",
        "(A) ",
        "SIPDIS\n",
        "A FOR B\n",
        "SUBJECXT: a\n",
        "TAG: ",
    ),
    *(
        "PAGE 01\n",
        "ACTION A\n",
        "ABC-00 ",
        "-----\n",
        "CONFIDENTIAL\n",
        "a:",
        "Viewing cable ",
        "\tA\t",
    ),
)
"""What is put at the very beginning, where fields are looked for."""


def adversarial(unit: str, size: int, front: str = TEXT) -> str:
    """Return a telegram of about `size` characters: `unit` again and again behind a front."""
    return f"{front}{unit * (size // len(unit))}"


ROW: Final = b'"9","4/14/2009 6:05","09ROME1","Embassy Rome","SECRET","","","'
PAGE: Final = (
    b"<table class='cable'><tr><th>Reference ID</th></tr><tr><td>09ROME1</td></tr></table>"
)
TEI: Final = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><div type="document">'
SAVED: Final = b"Viewing cable 09ROME1, X\n"
MIRROR: Final = b"09ROME1\nX\nTue Apr 14 06:05:00 +0200 2009\nSECRET\nEmbassy Rome\n"


def _repeated(front: bytes, unit: bytes, back: bytes = b"") -> Callable[[int], bytes]:
    return lambda size: front + unit * ((size - len(front) - len(back)) // len(unit)) + back


def _inside(front: bytes, unit: bytes) -> Callable[[int], bytes]:
    """Elements inside each other, as deep as is read, with ever longer texts."""
    return lambda size: front + (unit + b"1. (C) a\n" * (size // 9000)) * 1000


def _tar(size: int) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for number in range(size // 1024):
            member = tarfile.TarInfo(f"{number}.txt")
            member.size = 16
            archive.addfile(member, io.BytesIO(b"SECRET ROME 12\n\n"))
    return packed.getvalue()


def _zip(size: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(size // 128):
            archive.writestr(f"{number}.txt", b"SECRET ROME 12\n\n")
    return packed.getvalue()


CARRIERS: Final[dict[str, Callable[[int], bytes]]] = {
    "csv, a field without end": _repeated(ROW, b"text of it \n"),
    "csv, rows without end": _repeated(b"", ROW + b"\n"),
    "csv, quotes doubled": _repeated(ROW, b'"" ', b'"\n'),
    "csv, quotes and commas": _repeated(ROW, b'",'),
    "csv, fields without end": _repeated(ROW, b'","'),
    "csv, backslashes": _repeated(ROW, b"\\"),
    "csv, quotes escaped": _repeated(ROW, b'\\"', b'"\n'),
    "csv, beginnings of rows": _repeated(ROW, b'"\n"9'),
    "csv, whole rows": _repeated(b"", ROW + b'1. (C) A"\n'),
    "csv, rows without quotes": _repeated(b"", b"9,4/14/2009 6:05,09ROME1,Rome,SECRET,,,a\n"),
    "page, open tables": _repeated(PAGE, b"<table><tr><td>"),
    "page, rows": _repeated(PAGE, b"<tr><td>a</td></tr>"),
    "page, pre": _repeated(PAGE, b"<code><pre>a</pre></code>"),
    "page, one pre": _repeated(PAGE + b"<code><pre>", b"1. (C) a&#x000A;", b"</pre></code>"),
    "page, links": _repeated(PAGE + b"<pre>", b"<a href='/tag/X_0.html'>X</a>"),
    "page, half tags": _repeated(PAGE, b"<a "),
    "page, pre inside pre": _inside(PAGE, b"<pre>"),
    "page, cells inside cells": _inside(b"", b"<table class='cable'><td colspan=2>articles"),
    "page, headings inside headings": _inside(PAGE, b"<h3><i>"),
    "page, angles": _repeated(PAGE, b"<"),
    "page, bold": _repeated(PAGE, b"<b>"),
    "page, dump": _repeated(PAGE + b"<pre>", b"9\t2009-04-14 06:05:00\t09ROME1\tRome\tSECRET\t\t"),
    "plusd, keys": _repeated(
        b'<table id="synopsis">', b'<div class="s_key">A:</div><div class="s_val">b</div>'
    ),
    "plusd, keys inside keys": _inside(b'<table id="synopsis"><td>', b'<div class="s_key">'),
    "plusd, texts inside texts": _inside(
        b'<table id="synopsis"></table><div class="pane-tab"><div class="pane-header">Content</div>'
        b'<div class="pane-content">',
        b'<div class="text-content">',
    ),
    "plusd, tabs": _repeated(
        b'<table id="synopsis"></table>',
        b'<div class="pane-tab"><div class="pane-header">Content</div><div class="pane-content">'
        b'<div class="text-content">1. a</div></div></div>',
    ),
    "plusd, references": _repeated(
        b'<table id="synopsis"></table><table class="references"><tbody><tr><td></td><td>',
        b"<a href='/cables/1974ROME1.html' title='ROME 1'>a</a>",
    ),
    "plusd, stamps": _repeated(b'<table id="synopsis"></table><pre>', b"***  ", b"</pre>"),
    "tei, paragraphs": _repeated(TEI, b"<p>a<note>b</note></p>", b"</div></TEI>"),
    "tei, documents": _repeated(TEI + b"</div>", b'<div type="document"><p>a</p></div>', b"</TEI>"),
    "tei, empty divs": _repeated(TEI + b"</div>", b"<div/>", b"</TEI>"),
    "tei, deep": _repeated(TEI, b"<p>"),
    "tei, one tag": _repeated(TEI + b"<p ", b"a"),
    "tei, attributes": _repeated(TEI + b"<p a='", b"a"),
    "central, texts": _repeated(b"Message Text\nMessage Attributes\n", b"Message Text\na\n"),
    "central, both": _repeated(b"", b"Message Text\na\nMessage Attributes\nFrom: A\n"),
    "central, keys": _repeated(b"Message Text\nMessage Attributes\n", b"From: A\n"),
    "central, stamps": _repeated(b"Message Text\nMessage Attributes\nMessage Text\n", b"*** "),
    "saved, headings": _repeated(b"", SAVED),
    "saved, bars": _repeated(SAVED, b"|"),
    "saved, boxes": _repeated(SAVED + b"Reference ID\n", b"\n"),
    "saved, links": _repeated(SAVED, b"[a](b"),
    "scoop, titles": _repeated(b"", b"Cablegate: X\n"),
    "mirror, texts": _repeated(b"", MIRROR),
    "mirror, levels": _repeated(MIRROR, b"aSECRET "),
    "telegrams": _repeated(b"", b"VZCZCXRO0001\nDE RUEHTI #9901/01 1040605\n"),
    "telegrams, times": _repeated(b"VZCZCX\n", b"O 140605Z APR 09\nFM ROME\n"),
    "telegrams, NNNN": _repeated(b"VZCZCX\n", b"\nNNNN\n"),
    "telegrams, sections": _repeated(
        b"", b"VZCZCX\nOO RUEHC\nDE RUEHTI #9901/01 1040605\nZNR\nO 140605Z APR 09\nFM ROME\n"
    ),
    "telegrams, signs": _repeated(b"SECRET ROME 12\n", b"Z O P R "),
    "tar, members": _tar,
    "zip, members": _zip,
}
"""Files of a given size, by what they are."""


def _read(data: bytes) -> None:
    try:
        for _ in parser.read(data):
            pass
    except parser.SourceError:
        pass  # the parser's own errors are an answer, too


def measured(work: Callable[[Any], object], data: bytes | str) -> tuple[float, int]:
    """Return the processor time in seconds and the memory in bytes that some work takes."""
    context = multiprocessing.get_context("fork")
    inner, outer = context.Pipe()
    process = context.Process(target=_measure, args=(work, data, outer))
    process.start()
    seconds, memory = inner.recv()
    process.join()
    return seconds, memory


def _measure(work: Callable[[Any], object], data: bytes | str, outer: Connection) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    work(data)
    seconds = time.process_time() - begun
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outer.send((seconds, (after - before) * 1024))


def main() -> None:
    """Print a table: a row for each shape, a column for each length."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--megabytes", type=float, nargs="+", default=[1.0, 3.0, 10.0])
    arguments.add_argument("--only", default="", help="measure the shapes whose name holds this")
    arguments.add_argument("--carriers", action="store_true", help="whole files, not texts")
    chosen = arguments.parse_args()
    lengths = chosen.megabytes
    columns = (f"{length:>6} MB" for length in lengths)
    print(f"{'seconds a megabyte of':32}", *columns, "   growth  memory")
    work: Callable[[Any], object] = _read if chosen.carriers else parse_message
    texts = {repr(unit): partial(adversarial, unit) for unit in UNITS}
    texts |= {f"header {unit!r}": partial(adversarial, unit, front=LIST) for unit in HEADER_UNITS}
    texts |= {f"fields {unit!r}": partial(adversarial, unit, front="") for unit in FIELD_UNITS}
    for name, made in (CARRIERS if chosen.carriers else texts).items():
        if chosen.only not in name:
            continue
        results = [measured(work, made(int(length * 1_000_000))) for length in lengths]
        each = [seconds / length for (seconds, _), length in zip(results, lengths, strict=True)]
        memory = results[-1][1] / (lengths[-1] * 1_000_000)
        growth = each[-1] / each[0] if each[0] else 0.0
        times = (f"{one:9.2f}" for one in each)
        print(f"{name:32.32}", *times, f"{growth:9.2f} {memory:7.0f}", flush=True)


if __name__ == "__main__":
    main()
