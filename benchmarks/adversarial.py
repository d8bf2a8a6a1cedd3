"""How long the parser takes over texts that are made to be slow.

    python -m benchmarks.adversarial [--megabytes N ...]

prints, for each unit repeated to that length, seconds of processor time a megabyte; it must not
grow with the length.
"""

from __future__ import annotations

import argparse
import time
from typing import Final

from parser import parse_message

UNITS: Final = (
    *("a", "A", "9", "x", " ", "\t", "\n", "\r", "\xa0", "\u00e9", "\u00c2", "\u00b6", "\\"),
    *("-", "_", ".", ",", ":", "/", "(", ")", "[", "<", ">", "*", "&", "'"),
    *(" \n", "a\n", "A\n", "1\n", "-\n", "(\n", ")\n", ".\n", "\\\n", "\\ \n", "/\n", ">\n"),
    *("x/", "x-", "1/2/", "1-", "a.", "A.", "a)", "(a", "(C", "(C) ", "A ", "a  ", "a   b   c\n"),
    *(" ) ", "a ) b ", "( ", ") (", "&amp;", "&#", "&#1", "&a", "<a ", "<a href=", "<b>", "**1"),
    *("1. (C) a\n", "1. a\n", "\n1. ", "1.\n\n", "\u00b61. ", "\u00b61\n", "\n11. (C) a", "a. b\n"),
    *("- a\n", "-- a\n", "(1) a\n", "---\n", "--- a ---\n", "a\n---\n", "---\na\n---\n", "A:\n\n"),
    *("\nTIRANA 00009901 002 OF 004\n\nabc", "00009901 002 OF 004 ", "OF 004 ", "A OF 01 "),
    *("PAGE 02 ", "PAGE 02  TIRANA  09901  140605Z\n", "\nSECRET SECTION 02 OF 04 X 1\n"),
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
)


def adversarial(unit: str, size: int) -> str:
    """Return a telegram of about `size` characters whose text is `unit` again and again."""
    return f"O 140605Z APR 09\n\nSECRET TIRANA 1\n\n1. (C) {unit * (size // len(unit))}"


def seconds_a_megabyte(unit: str, megabytes: float) -> float:
    """Return the processor time that a megabyte of such a text takes."""
    text = adversarial(unit, int(megabytes * 1_000_000))
    begun = time.process_time()
    parse_message(text)
    return (time.process_time() - begun) / megabytes


def main() -> None:
    """Print a table: a row for each unit, a column for each length."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--megabytes", type=float, nargs="+", default=[0.25, 1.0])
    lengths = arguments.parse_args().megabytes
    print(f"{'seconds a megabyte, text of':32}", *(f"{length:>6} MB" for length in lengths))
    for unit in UNITS:
        times = (seconds_a_megabyte(unit, length) for length in lengths)
        print(f"{unit!r:32.32}", *(f"{each:9.2f}" for each in times), flush=True)


if __name__ == "__main__":
    main()
