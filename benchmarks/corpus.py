"""A made-up `cables.csv` of any size, with the truth about every cable in it.

    python -m benchmarks.corpus 20000 --out benchmarks/out/20000

writes `cables.csv` (eight columns, as the published file) and `truth.jsonl` (one object a cable:
every field and paragraph that a reader of the file should find). Shape, lengths, header kinds and
defects follow the published statistics of the set of 251,287; the words are invented. The same
number and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import random
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks.made_up import damage
from benchmarks.made_up.draft import Cited, Draft
from benchmarks.made_up.envelope import envelope
from benchmarks.made_up.language import Voice
from benchmarks.made_up.plan import Plan, Planned
from benchmarks.made_up.preamble import preamble
from benchmarks.made_up.text import LINES_A_SECTION, Text, section_breaks, style, write

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE_SET: Final = 251_287
MEDIAN_WORDS: Final = 520
SPREAD: Final = 0.8
"""Lengths are log-normal; the median and this give a mean near 1,040 words with the header."""
CHUNK: Final = 200
_KINDS: Final = ("ACP", "DTG", "partial", "none")
_SHARES: Final = (77, 2.4, 19.5, 1.1)


class MadeUp(NamedTuple):
    """One row of the file, and the truth about the cable, or the two cables, in it."""

    row: tuple[str, ...]
    truths: tuple[dict[str, object], ...]


class Telegram(NamedTuple):
    """A finished telegram: its header and body in lines."""

    draft: Draft
    header: list[str]
    body: list[str]


def cables(count: int, seed: int = 1) -> Iterator[MadeUp]:
    """Make `count` cables, oldest first."""
    return (_made_up(count, seed, place) for place in range(count))


@cache
def _plan(count: int, seed: int) -> Plan:
    return Plan(count, seed)


def _made_up(count: int, seed: int, place: int) -> MadeUp:
    plan = _plan(count, seed)
    rng = random.Random(f"cable {seed} {place}")
    planned = plan.cables[place]
    telegram = _telegram(rng, planned, plan.cited(place, rng))
    body, truths = telegram.body, [telegram.draft.truth]
    if rng.random() < 0.0002:
        serial = 400_000 + planned.serial  # above all serials of the plan
        other = Planned(planned.created, planned.station, serial, planned.classification)
        second = _telegram(rng, other, [], plain=True)
        body = [*body, "", *damage.dump_record(second.draft, second.header, second.body)]
        body[len(telegram.body) + 1] = (
            f"{rng.randint(1, WHOLE_SET)}\t{body[len(telegram.body) + 1]}"
        )
        truths.append({**second.draft.truth, "inside": telegram.draft.mrn})
    return MadeUp(_row(telegram, body, place), tuple(truths))


def _telegram(
    rng: random.Random, planned: Planned, cited: list[Cited], *, plain: bool = False
) -> Telegram:
    """Write one telegram: text first, then what stands before it."""
    draft = Draft(
        rng,
        Voice(rng, planned.station.post),
        planned.station,
        planned.created,
        planned.serial,
        planned.classification,
        cited,
    )
    kind = "ACP" if plain else rng.choices(_KINDS, weights=_SHARES)[0]
    draft.truth.update(
        reference_id=draft.mrn,
        mrn=draft.mrn,
        created=f"{planned.created:%Y-%m-%dT%H:%MZ}",
        classification=planned.classification,
        origin=planned.station.origin,
        damage=draft.damage,
    )
    words = min(max(int(rng.lognormvariate(math.log(MEDIAN_WORDS), SPREAD)), 15), 25_000)
    habits = style(draft)
    text = write(draft, words, habits)
    sections = -(-len(text.lines) // LINES_A_SECTION)
    header = envelope(draft, kind, sections)
    before = preamble(draft, sections, habits.width)
    draft.truth.update(
        summary=text.summary,
        comment=text.comment,
        signed_by=text.signed_by,
        paragraphs=text.paragraphs,
    )
    if not plain:
        draft.damage += [name for name in _DEFECTS if draft.chance(damage.RATE)]
        if "pilcrow as 1" in draft.damage:  # then there is none to misread
            draft.damage[:] = [name for name in draft.damage if name != "misread pilcrow"]
    return Telegram(draft, header, _body(draft, before, text, habits.trailing, header))


def _body(
    draft: Draft, before: list[str], text: Text, trailing: str, header: list[str]
) -> list[str]:
    """Put the parts together, and spoil them as their defects say."""
    struck = set(draft.damage)
    draft.damage[:] = [name for name in draft.damage if name not in _ON_TEXT]
    if "mixed case" in struck:
        before = damage.mixed_case(before)
    if "mistyped section" in struck:
        before = damage.mistyped_section(before)
    lines = text.lines
    for name, change in _ON_TEXT.items():
        if name in struck:
            lines = change(draft, lines)
    lines = before + section_breaks(draft, lines, repeat_heads="section heads" in struck)
    if "entities" in struck:
        lines = damage.entities(lines)
        draft.truth.update({key: damage.curly(draft.truth[key]) for key in _PROSE})
    if "doubled" in struck:
        return damage.dump_record(draft, header, lines)
    if "backslashes" in struck:
        return damage.backslashes(lines)
    return [line + trailing for line in lines]


_ON_TEXT: Final = {
    "split word": damage.split_word,
    "blank line": damage.blank_line,
    "dash": damage.brackets_for_dashes,
    "lost line": damage.lost_line,
    "pilcrow as 1": damage.pilcrows_as_ones,
    "misread pilcrow": damage.misread_pilcrows,
}
_DEFECTS: Final = (
    *_ON_TEXT,
    "mixed case",
    "mistyped section",
    "section heads",
    "entities",
    "doubled",
    "backslashes",
)
_PROSE: Final = ("subject", "summary", "comment", "paragraphs", "classified_by", "signed_by")


def _row(telegram: Telegram, body: list[str], place: int) -> tuple[str, ...]:
    """Return the eight columns."""
    draft = telegram.draft
    created, year = draft.created, f"{draft.created:%y}"
    reference_id = draft.mrn
    if draft.chance(0.001):
        spoil = draft.rng.choice(damage.MALFORMED)
        reference_id = spoil(year, draft.station.post, draft.serial)
        draft.truth.update(reference_id=reference_id)
        draft.damage.append("malformed id")
    references = [cited.mrn for cited in draft.cited]
    if references and draft.chance(0.03):
        references.pop()
    return (
        str(place + 1),
        f"{created.month}/{created.day}/{created.year} {created.hour}:{created:%M}",
        reference_id,
        draft.station.origin,
        draft.classification,
        "|".join(references),
        "\n".join(telegram.header),
        "\n".join(body),
    )


def encoded(row: tuple[str, ...]) -> str:
    """Write one row as the published file does: every field quoted, a backslash before a quote."""
    return (
        ",".join('"' + field.replace("\\", "\\\\").replace('"', '\\"') + '"' for field in row)
        + "\n"
    )


def _chunk(job: tuple[int, int, int]) -> tuple[bytes, bytes]:
    count, seed, start = job
    made = [_made_up(count, seed, place) for place in range(start, min(start + CHUNK, count))]
    rows = "".join(encoded(one.row) for one in made)
    truths = "".join(json.dumps(truth) + "\n" for one in made for truth in one.truths)
    return rows.encode(), truths.encode()


def write_files(
    count: int, folder: Path, *, seed: int = 1, workers: int | None = None, truth: bool = True
) -> None:
    """Write `cables.csv` and `truth.jsonl` into `folder`, streaming, with all cores."""
    folder.mkdir(parents=True, exist_ok=True)
    jobs = ((count, seed, start) for start in range(0, count, CHUNK))
    with (
        multiprocessing.Pool(workers) as pool,
        (folder / "cables.csv").open("wb") as csv_file,
        (folder / "truth.jsonl").open("wb") as truth_file,
    ):
        for rows, truths in pool.imap(_chunk, jobs):
            csv_file.write(rows)
            if truth:
                truth_file.write(truths)


def main() -> None:
    """Make a corpus from the command line."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("count", type=int, nargs="?", default=WHOLE_SET)
    asked.add_argument("--out", type=Path, required=True, help="folder to write into")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--workers", type=int, default=None)
    asked.add_argument("--no-truth", action="store_true", help="leave truth.jsonl empty")
    given = asked.parse_args()
    begun = time.perf_counter()
    write_files(
        given.count, given.out, seed=given.seed, workers=given.workers, truth=not given.no_truth
    )
    size = (given.out / "cables.csv").stat().st_size
    print(f"{given.count:,} cables, {size / 1e6:,.0f} MB, {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
