"""Two threads may load the same library at once: neither may find it half made.

The reader makes the search ready in a thread of its own while the first keys load what they need.
Python takes a lock for each module it loads. A thread that asks for a part (`rapidfuzz.distance`)
holds the part and waits for the package; one that asks for the package waits for the part. Python
breaks that deadlock with an error, or with a module that is half made.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

CROSSWISE = """
import importlib._bootstrap as bootstrap, threading, time
import archive, tui.drawing.line
take, main = bootstrap._ModuleLock.acquire, threading.main_thread()
has_part, has_package = threading.Event(), threading.Event()

def acquire(lock):
    taken = take(lock)
    is_main = threading.current_thread() is main
    if lock.name == "rapidfuzz.distance" and not is_main and not has_part.is_set():
        has_part.set()
        has_package.wait(1)
    if lock.name == "rapidfuzz" and is_main and not has_package.is_set():
        has_package.set()
        time.sleep(0.2)
    return taken

def load(statement):
    try:
        exec(statement)
    except (ImportError, RuntimeError) as error:
        print(error)

bootstrap._ModuleLock.acquire = acquire
other = threading.Thread(target=load, args=("OTHER",))
other.start()
has_part.wait(0.5)
load("MAIN")
other.join()
"""


def crosswise(main: str, other: str) -> str:
    """Load one thing in each of two threads at the worst moment; return what went wrong."""
    program = CROSSWISE.replace("MAIN", main).replace("OTHER", other)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("module", ["searcher", "filters", "terms", "topics", "matcher"])
def test_a_comparison_is_loaded_while_the_search_is_made_ready(module: str) -> None:
    assert crosswise("import tui.drawing.compare", f"import archive._search.{module}") == ""


def test_the_worst_moment_is_met() -> None:
    went_wrong = crosswise("import rapidfuzz", "from rapidfuzz.distance import OSA")
    assert "deadlock" in went_wrong or "partially initialized" in went_wrong
