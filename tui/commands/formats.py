"""`cablegram formats`: list what can be read."""

from __future__ import annotations

import click

from tui.safety import print_line


@click.command("formats")
def command() -> int:
    """List what can be read, each with how it is recognised and how it begins."""
    from parser import CARRIERS  # noqa: PLC0415 - the carriers' own libraries come with it

    for carrier in CARRIERS:
        print_line(carrier.title)
        print_line(f"  recognised by {carrier.recognised_by}")
        for line in carrier.example.splitlines():
            print_line(f"  | {line}")
    return 0
