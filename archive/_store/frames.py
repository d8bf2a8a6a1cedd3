"""Frames: a whole cable and the problems of its reading as one compressed blob.

Inside a frame stand the raw text, what is known of each paragraph, and all the rest. The search can
so pick paragraphs without reading the rest. A paragraph's text is nearly always the words of its
place in the raw text, and then only said to be so.

A dictionary trained on the archive's own cables is used where there is one; each frame names the
dictionary that it needs.
"""

from __future__ import annotations

import json
import struct
import threading
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import zstandard

import parser
from archive._store import compact

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LEVEL: Final = 5
DICTIONARY_SIZE: Final = 1024 * 1024
ENOUGH_TO_TRAIN: Final = 600
"""Cables; fewer give a dictionary that saves less than it weighs."""

UNREADABLE: Final = (zstandard.ZstdError, struct.error, ValueError, LookupError, TypeError)
"""What opening a damaged frame may raise; each frame has a checksum, so it seldom goes further."""

_SIZES: Final = struct.Struct("<II")  # bytes of the raw text, of the paragraphs
_ENCODING: Final = ("utf-8", "surrogatepass")


def to_bytes(parsed: parser.Parsed) -> bytes:
    """Write down a cable and its problems."""
    cable = parsed.cable
    paragraphs = compact.paragraphs(cable.paragraphs, cable.raw)
    rest = parser.to_dict(replace(cable, raw="", paragraphs=(), origins=(), repairs=()))
    if cable.repairs:
        rest["repairs"] = compact.repairs(cable.repairs)
    if cable.origins:
        rest["origins"] = compact.origins(cable.origins)
    problems = [(problem.kind, problem.message, problem.span) for problem in parsed.problems]
    raw, table = cable.raw.encode(*_ENCODING), _to_json(paragraphs)
    tail = _to_json((rest, problems, parsed.position))
    return b"".join((_SIZES.pack(len(raw), len(table)), raw, table, tail))


def _to_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(*_ENCODING)


@dataclass(frozen=True)
class Opened:
    """An unpacked frame. Nothing is read of it that was not asked for."""

    data: bytes

    def paragraph(self, position: int) -> tuple[int | None, str]:
        """Return number and text of one paragraph, from 0. A cable without any has one, empty."""
        if position >= len(self._table):
            return None, ""
        return compact.paragraph(self._table, position, self._raw)

    def parsed(self) -> parser.Parsed:
        """Return the cable and its problems."""
        cable, problems, position = json.loads(self._part(2))
        paragraphs = compact.whole_paragraphs(self._table)
        texts = ({**one, "text": compact.text_of(one, self._raw)} for one in paragraphs)
        value = {**compact.whole_cable(cable), "raw": self._raw, "paragraphs": list(texts)}
        return parser.Parsed(
            parser.from_dict(value),
            tuple(
                parser.Problem(parser.ProblemKind(kind), message, span and parser.Span(*span))
                for kind, message, span in problems
            ),
            position,
        )

    @cached_property
    def _raw(self) -> str:
        return self._part(0)

    @cached_property
    def _table(self) -> Sequence[Sequence[Any]]:
        table: list[list[Any]] = json.loads(self._part(1))
        return table

    def _part(self, number: int) -> str:
        """Return the raw text, the paragraphs or the rest."""
        raw, table = _SIZES.unpack_from(self.data)
        starts = (_SIZES.size, _SIZES.size + raw, _SIZES.size + raw + table, len(self.data))
        return self.data[starts[number] : starts[number + 1]].decode(*_ENCODING)


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
        self._compressor = zstandard.ZstdCompressor(
            level=LEVEL, dict_data=data, write_checksum=True
        )

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
