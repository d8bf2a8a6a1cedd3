"""Reads every public form of a diplomatic cable into one clean, frozen value."""

from parser._carriers import CARRIERS, Carrier
from parser._clean import clean, clean_line
from parser._convert import from_dict, to_dict
from parser._errors import (
    DamagedSourceError,
    EmptySourceError,
    SourceError,
    UnknownSourceError,
    UnreadableSourceError,
    UnsafeSourceError,
)
from parser._explain import explain
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
from parser._tables import (
    Post,
    Reason,
    Tag,
    describe_post,
    describe_reason,
    describe_routing,
    describe_tag,
)

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
    "from_dict",
    "parse_message",
    "parse_record",
    "read",
    "read_records",
    "to_dict",
]
