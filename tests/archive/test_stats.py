"""What an archive holds, counted."""

from datetime import timedelta
from pathlib import Path

from archive import Archive
from parser import Classification, Envelope, Level
from tests.archive import making


def test_stats(tmp_path: Path) -> None:
    older = making.NOON.replace(year=2007)
    making.store(
        tmp_path,
        [
            making.cable(1, created=older, tags=("PREL", "PHUM", "ECON")),
            making.citing(2, "09TIRANA1", "08STATE12", "08STATE13"),
            making.citing(3, "08STATE12", texts=("See reftel.", "And reftel again.")),
            making.cable(4, created=None, origin=None, classification=None, tags=()),
            making.cable(5, envelope=Envelope(is_partial=True), released=making.NOON),
            making.cable(
                5,
                envelope=Envelope(transmission_id="VZCZCXRO0001"),
                classification=Classification(Level.SECRET),
                released=making.NOON + timedelta(days=9),
            ),
        ],
    )
    with Archive.open(tmp_path) as archive:
        stats = archive.stats()
    assert (stats.cables, stats.editions, stats.undated) == (5, 1, 1)
    assert stats.paragraphs == 5
    assert (stats.first, stats.last) == (older, making.NOON + timedelta(hours=5))
    assert stats.years == (("2007", 1), ("2009", 3))
    assert stats.posts == (("Embassy Tirana", 4),)
    assert stats.classifications == (("CONFIDENTIAL", 3), ("SECRET", 1))
    assert stats.tags == (("PREL", 4), ("AL", 3), ("ECON", 1), ("PHUM", 1))
    assert stats.headers == (("none", 4), ("VZCZC", 1))
    assert (stats.references, stats.references_held, stats.missing) == (4, 1, 2)
    assert stats.most_missing == (("08STATE12", 2), ("08STATE13", 1))


def test_stats_of_an_empty_archive(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        stats = archive.stats()
    assert (stats.cables, stats.first, stats.years, stats.most_missing) == (0, None, (), ())
