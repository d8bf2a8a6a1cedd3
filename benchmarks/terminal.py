"""What a key costs on the line: the reader beside less and a bare Textual application.

    python -m benchmarks.terminal [--archive DIR] [--ttybench FILE]

The measuring is done by `ttybench.py` (`../shared/tools`, or `TTYBENCH`), which plays the terminal.
The archive is one of the samples unless another is named; the others show the samples' text.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TTYBENCH = ROOT.parent / "shared" / "tools" / "ttybench.py"
SIZES = ("80x24", "200x60")
SLOW = ("--kbit", "64", "--rtt", "150")

BARE = """
import sys
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Static
class Bare(App):
    BINDINGS = [("j", "by('down')"), ("space", "by('page_down')"), ("b", "by('page_up')")]
    BINDINGS += [("q", "quit")]
    def compose(self):
        with VerticalScroll():
            yield Static(open(sys.argv[1]).read(), markup=False)
    def action_by(self, way):
        getattr(self.query_one(VerticalScroll), f"scroll_{way}")()
Bare().run()
"""
"""Textual with its defaults."""

Step = dict[str, Any]
PAGES: list[Step] = [
    {"key": "j", "repeat": 12, "label": "line"},
    {"key": ["space", "b"], "repeat": 12, "label": "page"},
    {"idle": 1, "label": "idle"},
]
HELD: list[Step] = [{"hold": "space", "rate": 30, "count": 30, "label": "held page"}]
READER: list[Step] = [
    {"wait": "1/", "timeout": 60},
    {"key": "j", "repeat": 12, "label": "row"},
    {"key": ["space", "b"], "repeat": 12, "label": "page of the list"},
    {"hold": "j", "rate": 30, "count": 30, "label": "held row"},
    {"key": "enter", "label": "open"},
    {"key": "J", "repeat": 6, "label": "next cable"},
    *PAGES,
    {"quit": "Q"},
]


def pager(first: str) -> list[Step]:
    """Return the steps for a program that shows a text beginning with `first`."""
    return [{"wait": first, "timeout": 60}, *HELD, *PAGES, {"quit": "q"}]


def measure(
    tool: Path, steps: list[Step], size: str, options: tuple[str, ...], *command: str
) -> Any:
    """Run one program through its steps and return what was measured."""
    scenario = json.dumps({"steps": steps, "settle_ms": 400})
    words = [sys.executable, str(tool), "--scenario", "-", "--size", size, *options, "--", *command]
    done = subprocess.run(words, input=scenario, capture_output=True, text=True, check=False)
    if not done.stdout:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def rows(name: str, size: str, measured: Any) -> list[str]:
    """Write what was measured of one program, one step a line."""
    start = f"{measured['start_bytes']:>8,} {measured['start_ms']:>8,.0f}"
    lines = [f"{name:<23} {size:<7} {'start':<17} {start}"]
    for step, values in measured["steps"].items():
        size_of_it = values.get(
            "bytes_median", values.get("bytes_per_press", values.get("bytes", 0))
        )
        time = values.get("ms_median", values.get("rest_ms", 0))
        lines.append(f"{name:<23} {size:<7} {step:<17} {size_of_it:>8,} {time:>8,.0f}")
    return lines


def main() -> None:
    """Measure all programs at all sizes and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--archive", type=Path)
    options.add_argument(
        "--ttybench", type=Path, default=Path(os.environ.get("TTYBENCH", TTYBENCH))
    )
    chosen = options.parse_args()
    cablegram = [sys.executable, "-m", "tui"]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ.update({"XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder})
        archive = chosen.archive or home / "archive"
        if chosen.archive is None:
            words = [*cablegram, "import", str(ROOT / "samples"), "--archive", str(archive)]
            subprocess.run(words, check=True, capture_output=True)
        text = home / "text"
        text.write_text("FIRST\n" + "".join(map(_read, sorted((ROOT / "samples").rglob("*.txt")))))
        bare = home / "bare.py"
        bare.write_text(BARE)
        programs = {"cablegram": (READER, [*cablegram, str(archive)])}
        if less := shutil.which("less"):
            programs["less"] = (pager("FIRST"), [less, str(text)])
        programs["bare Textual"] = (pager("FIRST"), [sys.executable, str(bare), str(text)])
        print(f"{'program':<23} {'size':<7} {'step':<17} {'bytes':>8} {'ms':>8}")
        for name, (steps, command) in programs.items():
            for size in SIZES:
                shutil.rmtree(home / "cablegram", ignore_errors=True)  # the place it was left at
                print(
                    *rows(name, size, measure(chosen.ttybench, steps, size, (), *command)), sep="\n"
                )
            shutil.rmtree(home / "cablegram", ignore_errors=True)
            slow = measure(chosen.ttybench, steps, SIZES[0], SLOW, *command)
            print(*rows(f"{name}, 64 kbit/s", SIZES[0], slow), sep="\n")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
