"""The lines of a made-up telegram that stand before its text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from benchmarks.made_up.draft import rows, stations
from benchmarks.made_up.language import name
from benchmarks.made_up.lines import wrap

if TYPE_CHECKING:
    from benchmarks.made_up.draft import Cited, Draft

_FIRST: Final = (
    "Alan", "Beth", "Carl", "Donna", "Eric", "Frances", "George", "Helen", "Ian", "Janet", "Keith",
    "Laura", "Mark", "Nancy", "Oscar", "Paula", "Roger", "Susan", "Thomas", "Virginia", "Walter",
)  # fmt: skip
_LAST: Final = (
    "Abbott", "Barlow", "Carver", "Dalton", "Ellison", "Fletcher", "Gaines", "Hobart", "Ingram",
    "Jarvis", "Kessler", "Lockhart", "Mercer", "Norwood", "Osgood", "Pruitt", "Quigley", "Rowland",
    "Sawyer", "Tillman", "Underhill", "Vickers", "Whitaker", "Yarborough", "Van Horn", "McAllister",
)  # fmt: skip
_TITLES: Final = (
    "Ambassador", "DCM", "Political Counselor", "Economic Counselor", "Charge d'Affaires a.i.",
    "Deputy Chief of Mission", "Consul General", "Political Officer", "Acting DCM",
    "Pol/Econ Chief", "Charge d'Affaires", "Polcouns", "Econcouns", "CDA",
    "EUR Assistant Secretary",
)  # fmt: skip
_REASONS: Final = (("b", "d"),) * 16 + (
    ("b",),
    ("d",),
    ("b", "c", "d"),
    ("a", "b", "d"),
    ("c", "d"),
)
_BY: Final = (
    *("Classified By:", "CLASSIFIED BY:"),
    *("Classified By: Classified by", "Classified By: CLASSIFIED BY:"),
)
_OFTEN_MISSPELT: Final = ("Ambassador", "Political", "Economic", "Consul")
_FOR_REASONS: Final = (" for reasons", ", for reasons", ". Reasons:", ", reasons", "; reason:")
_ENUMERATORS: Final = ("{}. ", "({}) ", "{}) ", "[{}] ", "{}: ", "{} - ", "{0}. {0}) ")
_CUT: Final = 71
"""Characters behind which the line of the classifier was cut, in mid-word if need be."""
_NO_DATES: Final = ("X1", "OADR", "X1, X5", "AFTER KOREAN REUNIFICATION")
_CAPTIONS: Final = ("NOFORN", "SENSITIVE", "EXDIS", "NODIS")


def person(draft: Draft) -> tuple[str, str]:
    """Make an American name; first and last."""
    last = draft.rng.choice(_LAST) if draft.chance(0.8) else name(draft.rng, 5)
    first = draft.rng.choice(_FIRST)
    return (
        f"{first} {draft.rng.choice('ABCDEFGHJKLMPRSTW')}." if draft.chance(0.3) else first
    ), last


def order_line(draft: Draft) -> str:
    """Write the line of the executive order."""
    rng, year, truth = draft.rng, draft.created.year, draft.truth
    truth["declassify_on"] = None
    number = 11652 if year < 1979 else 12065 if year < 1983 else 12356 if year < 1996 else 12958
    if year == 2010 and draft.chance(0.5):
        number = 13526
    truth["executive_order"] = str(number)
    if not draft.is_classified:
        return f"E.O. {number}: N/A"
    if number < 12958:
        return f"E.O. {number}: {'GDS' if number == 11652 else 'DECL: OADR'}"
    if draft.chance(0.03):
        return f"E.O. {number}: DECL: {rng.choice(_NO_DATES)}"
    until = date(
        year + rng.choice((5, 10, 10, 10, 15, 20, 25)), draft.created.month, rng.randint(1, 28)
    )
    truth["declassify_on"] = until.isoformat()
    return f"E.O. {number}: DECL: {until:%m/%d/%Y}"


def tags_lines(draft: Draft, width: int) -> list[str]:
    """Write the TAGS line; five percent of all cables have none."""
    rng = draft.rng
    draft.truth["tags"] = []
    if draft.chance(0.05):
        return []
    table = rows("subjects")
    chosen = rng.choices(
        [row["tag"] for row in table],
        weights=[float(row["weight"]) for row in table],
        k=rng.choice((2, 3, 3, 4, 4, 5, 5, 6, 8)),
    )
    others = [rng.choice(stations()).tag for _ in range(rng.choice((0, 0, 1, 1, 2)))]
    tags = [tag for tag in dict.fromkeys([*chosen, draft.station.tag, *others]) if tag]
    draft.truth["tags"] = tags
    if draft.chance(0.005) and all(len(tag) == 4 for tag in tags[:2]):
        return wrap(f"TAGS: {tags[0]}{' '.join(tags[1:])}", width)
    if draft.chance(0.005):
        return wrap(f"TAGS: {' '.join(tags)} {' '.join(tags[:3])} SIPDIS", width)
    keyword = rng.choices(("TAGS:", "TAGS", "TAGES:", "TAG:"), weights=(97, 1, 1, 1))[0]
    return wrap(f"{keyword} {rng.choice((', ', ' ')).join(tags)}", width)


def subject_lines(draft: Draft, width: int) -> list[str]:
    """Write the subject, over as many lines as it needs."""
    subject = draft.voice.title(draft.rng.choice((3, 4, 5, 6, 6, 7, 8, 9, 11, 14)))
    draft.truth["subject"] = subject
    mark = f"({draft.letters}) " if draft.chance(0.08) else ""
    keyword = "SUBJECT" if draft.chance(0.93) else "SUBJ"
    if draft.chance(0.01):
        return [f"{keyword}:", *wrap(subject, width)]
    return wrap(f"{keyword}: {mark}{subject}", width)


def _reference(draft: Draft, cited: Cited) -> str:
    number = str(cited.serial)
    if cited.year == draft.created.year and draft.chance(0.85):
        return f"{cited.printed} {number}"
    two = f"{cited.year % 100:02d}"
    return draft.rng.choices(
        (
            f"{two} {cited.printed} {number}",
            f"{cited.printed} ({two}) {number}",
            f"{cited.year} {cited.printed} {number.zfill(6)}",
            f"{two}{cited.printed.replace(' ', '')}{number}",
            f"'{two} {cited.printed} {number}",
            f"{cited.printed} {number} ({cited.year})",
        ),
        weights=(85, 4, 4, 4, 2, 1),
    )[0]


def _texts(draft: Draft) -> list[str]:
    """Print what is cited; two cables of one post in a row may share its name."""
    texts: list[str] = []
    last: Cited | None = None
    for cited in draft.cited:
        is_own = cited.year == draft.created.year
        if last and is_own and last.printed == cited.printed and draft.chance(0.3):
            texts[-1] += f"{draft.rng.choice((' AND', ',', ' and'))} {cited.serial}"
            continue
        texts.append(_reference(draft, cited))
        last = cited if is_own else None
    return texts


def reference_lines(draft: Draft) -> list[str]:
    """Write the REF line: one reference alone, several with letters."""
    draft.truth["references"] = [cited.mrn for cited in draft.cited]
    if not draft.cited:
        return []
    texts = _texts(draft)
    if draft.chance(0.04):
        _, last = person(draft)
        texts.append(f"{last.upper()}-{name(draft.rng, 5).upper()} E-MAIL {draft.created:%m/%d/%Y}")
    if draft.chance(0.05):
        texts[0] += " (NOTAL)"
    keyword = draft.rng.choices(("REF", "REFS", "REFTEL", "Ref"), weights=(85, 7, 5, 3))[0]
    if len(texts) == 1:
        return [f"{keyword}: {texts[0]}"]
    enumerator = draft.rng.choices(_ENUMERATORS, weights=(76, 14, 4, 2, 1, 1, 2))[0]
    lettered = [enumerator.format(chr(65 + place)) + text for place, text in enumerate(texts[:26])]
    if draft.chance(0.3):
        return wrap(f"{keyword}: " + "  ".join(lettered), 65)
    return [f"{keyword}: {lettered[0]}", *(f"     {text}" for text in lettered[1:])]


def classified_lines(draft: Draft, width: int) -> list[str]:
    """Write who classified the cable and why."""
    truth = draft.truth
    truth.update(classified_by=[], reasons=[])
    if not draft.is_classified or draft.created.year < 1996:
        return []
    first, last = person(draft)
    section = "1.5" if draft.created.date() < date(2003, 9, 25) else "1.4"
    reasons = draft.rng.choice(_REASONS)
    truth.update(classified_by=[f"{first} {last}"], reasons=list(reasons))
    marks = [f"({letter})" for letter in reasons]
    listed = " and ".join((", ".join(marks[:-1]), marks[-1])) if len(marks) > 1 else marks[0]
    if draft.chance(0.2):
        listed = draft.rng.choice(
            (f"({'/'.join(reasons)})", ",".join(reasons), "".join(marks), "".join(marks).upper())
        )
    title = draft.rng.choice(_TITLES)
    if draft.chance(0.08):
        who, reason = f"{first} {last}, {title}", ", for reasons"
    else:
        who, reason = f"{title} {first} {last}", draft.rng.choice(_FOR_REASONS)
    keyword = draft.rng.choices(_BY, weights=(80, 15, 3, 2))[0]
    if draft.chance(0.02):
        who = _misspelt(draft, who)
    line = f"{keyword} {who}{reason} {section} {listed}."
    if len(line) > _CUT and draft.chance(0.1):
        gap = [""] if draft.chance(0.5) else []
        return [line[:_CUT], *gap, line[_CUT:]]
    return wrap(line, width)


def _misspelt(draft: Draft, who: str) -> str:
    """Lose or double a letter of the long title that a line begins with."""
    title = who.split(maxsplit=1)[0]
    if title not in _OFTEN_MISSPELT:
        return who
    at = draft.rng.randint(3, len(title) - 2)
    return who[:at] + (who[at] * 2 if draft.chance(0.5) else "") + who[at + 1 :]


def classification_line(draft: Draft, sections: int) -> str:
    """Write the line that opens the text, `S E C R E T SECTION 01 OF 04 TIRANA 009901`."""
    section = f"SECTION 01 OF {sections:02d} " if sections > 1 else ""
    return f"{draft.level} {section}{draft.station.printed} {draft.serial:06d}"


def preamble(draft: Draft, sections: int, width: int) -> list[str]:
    """Write every line before the text."""
    captions = [caption for caption in _CAPTIONS if caption in draft.classification]
    if "OFFICIAL" in draft.classification:
        captions.append("SENSITIVE")
    if draft.is_classified and draft.chance(0.04):
        captions.append(draft.rng.choice(("EXDIS", "NODIS")))
    captions.append("SIPDIS")
    draft.truth["captions"] = captions
    passing = [f"STATE FOR {draft.rng.choice(('EUR', 'NEA', 'AF', 'WHA', 'EAP', 'SCA', 'IO'))}"]
    draft.truth["sections"] = sections
    order, tags = order_line(draft), tags_lines(draft, width)
    subject, references = subject_lines(draft, width), reference_lines(draft)
    by = classified_lines(draft, width)
    lines = [classification_line(draft, sections), "", *captions, ""]
    if draft.chance(0.35):
        lines += [*passing, ""]
    return lines + _in_order(draft, [order], tags, subject, references, by)


def _in_order(draft: Draft, *parts: list[str]) -> list[str]:
    """Put the fields one below the other; a few writers have an order of their own."""
    order, tags, subject, references, by = parts
    if draft.chance(0.03):
        order, tags = tags, order
    elif draft.chance(0.02) and len(tags) == 1 and order[0].endswith("N/A"):
        order, tags = [f"{order[0]} {tags[0]}"], []
    blocks = [[*order, *tags, *subject], references, by]
    if draft.chance(0.03):
        blocks = [by, *blocks[:-1]]
    return [line for block in blocks if block for line in (*block, "")]
