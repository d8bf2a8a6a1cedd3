"""Frames: a whole cable and the problems of its reading as one compressed blob.

Inside a frame stand, one after another: the paragraphs' numbers and lengths, their texts, the raw
text, and all the rest as JSON. The search can so pick one paragraph without reading the rest; the
raw text repeats the paragraphs, which costs the compressor little.

A dictionary trained on the archive's own cables is used where there is one; each frame names the
dictionary that it needs.
"""

from __future__ import annotations

import json
import struct
import threading
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import zstandard

import parser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LEVEL: Final = 9
DICTIONARY_SIZE: Final = 64 * 1024
ENOUGH_TO_TRAIN: Final = 500
"""Cables; fewer give a dictionary that saves less than it weighs."""

_COUNT: Final = struct.Struct("<I")
_PARAGRAPH: Final = struct.Struct("<II")  # printed number + 1 or 0, bytes of text
_ENCODING: Final = ("utf-8", "surrogatepass")


class ParagraphText(NamedTuple):
    """What the search asks of a paragraph."""

    number: int | None
    """As printed."""
    text: str
    """As the source held it."""


def to_bytes(parsed: parser.Parsed) -> bytes:
    """Write down a cable and its problems."""
    cable = parsed.cable
    texts = [paragraph.text.encode(*_ENCODING) for paragraph in cable.paragraphs]
    raw = cable.raw.encode(*_ENCODING)
    bare = tuple(replace(paragraph, text="") for paragraph in cable.paragraphs)
    problems = [(problem.kind, problem.message, problem.span) for problem in parsed.problems]
    rest = {
        "cable": parser.to_dict(replace(cable, raw="", paragraphs=bare)),
        "problems": problems,
        "position": parsed.position,
    }
    return b"".join(
        (
            _COUNT.pack(len(texts)),
            *(
                _PARAGRAPH.pack(_shifted(paragraph.number), len(text))
                for paragraph, text in zip(cable.paragraphs, texts, strict=True)
            ),
            *texts,
            _COUNT.pack(len(raw)),
            raw,
            json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode(*_ENCODING),
        )
    )


def _shifted(number: int | None) -> int:
    return 0 if number is None or number >= 2**32 - 1 else number + 1


@dataclass(frozen=True)
class Opened:
    """An unpacked frame. Nothing is read of it that was not asked for."""

    data: bytes

    def paragraph(self, position: int) -> ParagraphText:
        """Return one paragraph; `position` counts from 0. A cable without any has one, empty."""
        if position >= len(self._table):
            return ParagraphText(None, "")
        start, number, size = self._table[position]
        text = self.data[start : start + size].decode(*_ENCODING)
        return ParagraphText(number - 1 if number else None, text)

    def parsed(self) -> parser.Parsed:
        """Return the cable and its problems."""
        start = self._end
        (size,) = _COUNT.unpack_from(self.data, start)
        start += _COUNT.size
        rest = json.loads(self.data[start + size :].decode(*_ENCODING))
        rest["cable"]["raw"] = self.data[start : start + size].decode(*_ENCODING)
        for position, paragraph in enumerate(rest["cable"].get("paragraphs", ())):
            paragraph["text"] = self.paragraph(position).text
        problems = tuple(
            parser.Problem(parser.ProblemKind(kind), message, span and parser.Span(*span))
            for kind, message, span in rest["problems"]
        )
        return parser.Parsed(parser.from_dict(rest["cable"]), problems, rest["position"])

    @cached_property
    def _table(self) -> Sequence[tuple[int, int, int]]:
        """Start, shifted number and size of each paragraph."""
        (count,) = _COUNT.unpack_from(self.data)
        start = _COUNT.size + count * _PARAGRAPH.size
        table: list[tuple[int, int, int]] = []
        for number, size in _PARAGRAPH.iter_unpack(self.data[_COUNT.size : start]):
            table.append((start, number, size))
            start += size
        return table

    @cached_property
    def _end(self) -> int:
        """Where the paragraphs end."""
        if not self._table:
            return _COUNT.size
        start, _, size = self._table[-1]
        return start + size


def train(samples: Sequence[bytes]) -> bytes:
    """Make a dictionary from some cables as bytes."""
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

    def unpack(self, frame: bytes) -> Opened:
        """Decompress one cable.

        Raises:
            zstandard.ZstdError: the frame is damaged.
        """
        number = zstandard.get_frame_parameters(frame).dict_id
        return Opened(self._decompressor(number).decompress(frame))

    def _decompressor(self, number: int) -> zstandard.ZstdDecompressor:
        ready: dict[int, zstandard.ZstdDecompressor] = self._local.__dict__.setdefault("ready", {})
        if number not in ready:
            if number and number not in self._dictionaries:
                self._dictionaries[number] = zstandard.ZstdCompressionDict(self._fetch(number))
            ready[number] = zstandard.ZstdDecompressor(dict_data=self._dictionaries.get(number))
        return ready[number]
