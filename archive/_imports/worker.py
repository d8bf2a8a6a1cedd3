"""A worker process: telegrams come in by its standard input, cables leave by its standard output.

When the input ends, because the import is done or its process died, so does the worker.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self

from archive._errors import WorkerLostError
from archive._imports.work import Item, parse
from archive._store.frames import Packer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parser import Record

_COMMAND: Final = """
import sys
sys.path[:] = {path!r}
from archive._imports.worker import serve
serve()
"""


class Worker:
    """One worker process, seen from the import. For one thread."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    @classmethod
    def start(cls, dictionary: bytes | None) -> Self:
        """Start a process; in a session of its own, so that Ctrl+C is left to the import."""
        command = _COMMAND.format(path=sys.path)
        process = subprocess.Popen(  # noqa: S603 - this same program
            [sys.executable, "-c", command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        worker = cls(process)
        worker._send(dictionary)
        return worker

    def parse(self, telegrams: Sequence[Record]) -> tuple[Item, ...]:
        """Have telegrams parsed.

        Raises:
            WorkerLostError: the process was killed.
        """
        try:
            self._send(telegrams)
            items: tuple[Item, ...] = pickle.load(_open(self._process.stdout))  # noqa: S301 - our own
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise WorkerLostError from error
        return items

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.communicate()

    def _send(self, value: object) -> None:
        stream = _open(self._process.stdin)
        pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
        stream.flush()


def _open(stream: Any) -> BinaryIO:
    assert stream is not None  # noqa: S101 - started with pipes
    binary: BinaryIO = stream
    return binary


def serve() -> None:
    """Be a worker until the input ends."""
    os.nice(5)  # the terminal and the writer come first
    source, results = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may write among the results
    gc.freeze()
    gc.disable()  # it would look through each piece some dozen times, and find nothing
    try:
        packer = Packer(pickle.load(source))  # noqa: S301 - our own
        while True:
            telegrams = pickle.load(source)  # noqa: S301 - our own
            pickle.dump(parse(telegrams, packer), results, pickle.HIGHEST_PROTOCOL)
            results.flush()
            del telegrams
            gc.collect(0)
    except (EOFError, pickle.UnpicklingError, BrokenPipeError):
        os._exit(0)  # the import ended or was killed: nobody waits for what was not sent
