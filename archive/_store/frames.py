"""Frames: a whole cable and the problems of its reading as one compressed blob.

A frame is zstd over JSON. The text stands in it twice, as sent and as paragraphs; the second time
costs the compressor little. A dictionary trained on the archive's own cables is used where there is
one; each frame names the dictionary that it needs.
"""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Final

import zstandard

import parser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LEVEL: Final = 9
DICTIONARY_SIZE: Final = 64 * 1024
ENOUGH_TO_TRAIN: Final = 400
"""Cables; fewer give a dictionary that saves less than it weighs."""


def to_json(parsed: parser.Parsed) -> bytes:
    """Write down a cable and its problems."""
    problems = [(problem.kind, problem.message, problem.span) for problem in parsed.problems]
    value = {"cable": parser.to_dict(parsed.cable), "problems": problems}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def from_json(data: bytes) -> parser.Parsed:
    """Read back what :func:`to_json` wrote."""
    value = json.loads(data.decode("utf-8", "surrogatepass"))
    problems = tuple(
        parser.Problem(parser.ProblemKind(kind), message, parser.Span(*span) if span else None)
        for kind, message, span in value["problems"]
    )
    return parser.Parsed(parser.from_dict(value["cable"]), problems)


def train(samples: Sequence[bytes]) -> bytes:
    """Make a dictionary from some cables as JSON."""
    return zstandard.train_dictionary(DICTIONARY_SIZE, list(samples)).as_bytes()


def dictionary_id(dictionary: bytes) -> int:
    """Return the number by which frames name a dictionary."""
    return zstandard.ZstdCompressionDict(dictionary).dict_id()


class Packer:
    """Compresses frames, against a dictionary if there is one. For one thread."""

    def __init__(self, dictionary: bytes | None = None) -> None:
        data = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
        if data:
            data.precompute_compress(level=LEVEL)
        self._compressor = zstandard.ZstdCompressor(level=LEVEL, dict_data=data)

    def pack(self, data: bytes) -> bytes:
        """Compress one cable."""
        return self._compressor.compress(data)


class Unpacker:
    """Opens frames; fetches a dictionary when the first frame names it. For many threads."""

    def __init__(self, fetch: Callable[[int], bytes]) -> None:
        self._fetch = fetch
        self._dictionaries: dict[int, zstandard.ZstdCompressionDict] = {}
        self._local = threading.local()

    def unpack(self, frame: bytes) -> bytes:
        """Decompress one cable.

        Raises:
            zstandard.ZstdError: the frame is damaged.
        """
        number = zstandard.get_frame_parameters(frame).dict_id
        return self._decompressor(number).decompress(frame)

    def _decompressor(self, number: int) -> zstandard.ZstdDecompressor:
        ready: dict[int, zstandard.ZstdDecompressor] = self._local.__dict__.setdefault("ready", {})
        if number not in ready:
            if number and number not in self._dictionaries:
                self._dictionaries[number] = zstandard.ZstdCompressionDict(self._fetch(number))
            ready[number] = zstandard.ZstdDecompressor(dict_data=self._dictionaries.get(number))
        return ready[number]
