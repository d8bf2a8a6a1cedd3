from __future__ import annotations

import os
import subprocess
import sys

import pytest

COUNT = """
import ctypes, sys, threading
from tui.memory import share_heap

libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
libc.malloc.restype = ctypes.c_void_p
if sys.argv[1] == "shared":
    share_heap()
gate = threading.Barrier(4)

def allocate():
    gate.wait()
    libc.malloc(4000)
    gate.wait()

threads = [threading.Thread(target=allocate) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
stream = libc.fopen(b"/dev/stdout", b"w")
libc.malloc_info(0, ctypes.c_void_p(stream))
libc.fflush(ctypes.c_void_p(stream))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc only")
@pytest.mark.parametrize(("heap", "is_one"), [("shared", True), ("as found", False)])
def test_threads_share_a_heap(heap: str, *, is_one: bool) -> None:
    free = {name: value for name, value in os.environ.items() if name != "MALLOC_ARENA_MAX"}
    words = [sys.executable, "-c", COUNT, heap]
    told = subprocess.run(words, check=True, capture_output=True, text=True, env=free).stdout
    assert (told.count("<heap nr=") == 1) is is_one
