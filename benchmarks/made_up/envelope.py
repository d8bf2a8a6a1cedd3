"""The transmission header of a made-up telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.made_up.draft import stations
from benchmarks.made_up.language import MONTHS
from benchmarks.made_up.lines import wrap

if TYPE_CHECKING:
    from benchmarks.made_up.draft import Draft

NOTICE: Final = (
    "This record is a partial extract of the original cable. "
    "The full text of the original cable is not available."
)
_PRECEDENCE: Final = (("OO", "IMMEDIATE"), ("PP", "PRIORITY"), ("RR", "ROUTINE"), ("ZZ", "FLASH"))
_DEPARTMENTS: Final = (
    ("RHEHAAA", "NATIONAL SECURITY COUNCIL WASHINGTON DC"),
    ("RUEATRS", "DEPT OF TREASURY WASHINGTON DC"),
    ("RUCPDOC", "DEPT OF COMMERCE WASHINGTON DC"),
    ("RHMFIUU", "DEPT OF JUSTICE WASHINGTON DC"),
    ("RUEABND", "DEA HQS WASHINGTON DC"),
    ("RUEKJCS", "SECDEF WASHINGTON DC"),
    ("RUEKJCS", "JOINT STAFF WASHINGTON DC"),
    ("RHMFISS", "CDR USCENTCOM MACDILL AFB FL"),
    ("RHEFDIA", "DIA WASHINGTON DC"),
    ("RUEAIIA", "CIA WASHINGTON DC"),
    ("RUCNDT", "USMISSION USUN NEW YORK"),
    ("RUEHRC", "DEPT OF AGRICULTURE WASHINGTON DC"),
    ("RUCNMEM", "EU MEMBER STATES COLLECTIVE"),
    ("RUEHZG", "NATO EU COLLECTIVE"),
    ("RUEHZL", "EUROPEAN POLITICAL COLLECTIVE"),
)
_EVERYBODY: Final = "ALL DIPLOMATIC AND CONSULAR POSTS COLLECTIVE"


def _addressees(draft: Draft, count: int, precedence: str) -> tuple[list[str], list[str]]:
    """Return printed addressees and their names."""
    rng = draft.rng
    others = rng.sample(stations(), k=count)
    printed, names = [], []
    for other in others:
        if rng.random() < 0.35 or not other.routing or other.post in (draft.station.post, "STATE"):
            routing, plain = rng.choice(_DEPARTMENTS)
        else:
            routing, plain = other.routing, other.sender
        if plain in names:
            continue
        number = (
            "" if "WASHINGTON" in plain or rng.random() < 0.3 else f" {rng.randint(1, 9999):04d}"
        )
        printed.append(f"{routing}/{plain}{precedence}{number}")
        names.append(plain)
    return printed, names


def envelope(draft: Draft, kind: str, sections: int) -> list[str]:
    """Write the transmission header; kind `ACP`, `DTG`, `partial` or `none`."""
    truth = draft.truth
    truth.update(precedence=None, to=[], info=[])
    if kind == "partial":
        return [NOTICE]
    if kind == "none":
        return []
    rng, created, station = draft.rng, draft.created, draft.station
    signal, word = rng.choices(_PRECEDENCE, weights=(20, 38, 41, 1))[0]
    letters = {"FLASH": "Z", "IMMEDIATE": "O", "PRIORITY": "P", "ROUTINE": "R"}[word]
    after = "" if word == "ROUTINE" else f" {word}"
    month = MONTHS[created.month - 1][:3].upper()
    lines = [f"{letters} {created:%d%H%M}Z {month} {created:%y}", f"FM {station.sender}"]
    to, names = _addressees(draft, rng.choices((0, 1, 2), weights=(85, 10, 5))[0], after)
    if station.post != "STATE":
        to.insert(0, f"RUEHC/SECSTATE WASHDC{after} {rng.randint(1, 9999):04d}")
        names.insert(0, "SECSTATE WASHDC")
    elif not to:
        to, names = [_EVERYBODY], [_EVERYBODY]
    info, info_names = _addressees(
        draft, rng.choice((0, 1, 2, 3, 5, 8, 12)), rng.choice((after, ""))
    )
    lines += [f"TO {to[0]}", *to[1:]]
    if info:
        lines += [f"INFO {info[0]}", *info[1:]]
    if draft.chance(0.01):
        lines.append(f"XMT {rng.choice(stations()).sender}")
    truth.update(precedence=word, to=names, info=info_names)
    if kind == "DTG":
        return lines
    security = {"U": "ZNR UUUUU", "C": "ZNY CCCCC", "S": "ZNY SSSSS"}[draft.classification[0]]
    section = "/01" if sections > 1 else ""
    routes = " ".join(
        dict.fromkeys(["RUEHC", *(line.split("/")[0] for line in info if "/" in line)])
    )
    return [
        f"VZCZCX{rng.choice(('RO', 'YZ'))}{rng.randint(0, 9999):04d}",
        *wrap(f"{signal} {routes}", 65),
        f"DE {station.routing or 'RUEHXX'} #{draft.serial % 10000:04d}{section} {created:%j%H%M}",
        f"{security} ZZH",
        *lines,
    ]
