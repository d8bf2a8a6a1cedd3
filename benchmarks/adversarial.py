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
    "a",
    " ",
    "\n",
    " \n",
    "-",
    "(",
    " ) ",
    "&amp;",
    "\\\n",
    "<a ",
    "1. (C) a\n",
    "\u00b61. ",
    "\nTIRANA 00009901 002 OF 004\n\nabc",
    "PAGE 02 ",
    "\nSECRET SECTION 02 OF 04 X 1\n",
    "\nSIPDIS\n",
    "RUEHC/SECSTATE WASHDC IMMEDIATE 4821\n",
    "oper\nations\n",
    "abc-\ndef ",
    "a   b   c\n",
    "Aa bb.\n\nCc dd\n\n",
    "END SUMMARY ",
    "xxx ",
    "SMITH\n",
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
