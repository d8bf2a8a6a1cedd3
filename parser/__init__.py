"""Reads every public form of a diplomatic cable into one clean, frozen value.

    import parser

    for parsed in parser.read("samples"):
        cable = parsed.cable
        print(cable.mrn, cable.created, cable.subject)

A source may be a file, a folder, an archive, bytes or an open file. `parsed.problems` says what was
doubtful, `parser.explain(cable)` what was mended, `cable.origin_of("subject")` where a field stood.

What reads, and the values it reads into, are imported when they are first used: a program that only
cleans or describes what it shows starts without them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from parser._clean import clean, clean_line
from parser._errors import (
    DamagedSourceError,
    EmptySourceError,
    SourceError,
    UnknownSourceError,
    UnreadableSourceError,
    UnsafeSourceError,
)
from parser._tables import (
    Post,
    Reason,
    Tag,
    describe_post,
    describe_reason,
    describe_routing,
    describe_tag,
    spellings,
)

if TYPE_CHECKING:
    from parser._carriers import CARRIERS, Carrier
    from parser._convert import from_dict, to_dict
    from parser._explain import explain
    from parser._folders import files_in
    from parser._message import parse_message
    from parser._model import (
        Addressee,
        Cable,
        Classification,
        Envelope,
        How,
        Level,
        Metadata,
        Origin,
        Paragraph,
        Parsed,
        Precedence,
        Problem,
        ProblemKind,
        Reference,
        ReferenceKind,
        Repair,
        RepairKind,
        Span,
    )
    from parser._mrn import canonical_mrn
    from parser._read import parse_record, read, read_records
    from parser._records import Record
else:
    _VALUES: Final = [
        "Addressee",
        "Cable",
        "Classification",
        "Envelope",
        "How",
        "Level",
        "Metadata",
        "Origin",
        "Paragraph",
        "Parsed",
        "Precedence",
        "Problem",
        "ProblemKind",
        "Reference",
        "ReferenceKind",
        "Repair",
        "RepairKind",
        "Span",
    ]
    _HOMES: Final = {
        **dict.fromkeys(_VALUES, "_model"),
        "CARRIERS": "_carriers",
        "Carrier": "_carriers",
        "Record": "_records",
        "canonical_mrn": "_mrn",
        "explain": "_explain",
        "files_in": "_folders",
        "from_dict": "_convert",
        "parse_message": "_message",
        "parse_record": "_read",
        "read": "_read",
        "read_records": "_read",
        "to_dict": "_convert",
    }

    def __getattr__(name: str) -> object:
        """Import what reads, or a value, when it is first asked for."""
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"parser.{home}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """Name what is not imported yet, too: `help(parser)` shows all of it."""
        return sorted({*globals(), *__all__})


__all__ = [
    "CARRIERS",
    "Addressee",
    "Cable",
    "Carrier",
    "Classification",
    "DamagedSourceError",
    "EmptySourceError",
    "Envelope",
    "How",
    "Level",
    "Metadata",
    "Origin",
    "Paragraph",
    "Parsed",
    "Post",
    "Precedence",
    "Problem",
    "ProblemKind",
    "Reason",
    "Record",
    "Reference",
    "ReferenceKind",
    "Repair",
    "RepairKind",
    "SourceError",
    "Span",
    "Tag",
    "UnknownSourceError",
    "UnreadableSourceError",
    "UnsafeSourceError",
    "canonical_mrn",
    "clean",
    "clean_line",
    "describe_post",
    "describe_reason",
    "describe_routing",
    "describe_tag",
    "explain",
    "files_in",
    "from_dict",
    "parse_message",
    "parse_record",
    "read",
    "read_records",
    "spellings",
    "to_dict",
]
