"""How far a TAGS line goes."""

import pytest

from parser._preamble import read_preamble


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        pytest.param(
            "TAGS: PREL,\n      PGOV,\n      AL\n",
            ("PREL", "PGOV", "AL"),
            id="TAGS: PREL, / PGOV, / AL /",
        ),
        pytest.param(
            "TAGS: PREL PGOV\nAL KDEM\n\nSUBJECT: X",
            ("PREL", "PGOV", "AL", "KDEM"),
            id="TAGS: PREL PGOV / AL KDEM / / SUBJECT: X",
        ),
        pytest.param("TAGS:\nPREL PGOV\n", ("PREL", "PGOV"), id="TAGS: / PREL PGOV /"),
        pytest.param(
            "TAGS: PREL OVIP (DOE,\nJOHN) AL\n",
            ("PREL", "OVIP", "DOE, JOHN", "AL"),
            id="TAGS: PREL OVIP (DOE, / JOHN) AL /",
        ),
        pytest.param(
            "TAGS: PREL SIPDIS\nPGOV\n", ("PREL", "PGOV"), id="TAGS: PREL SIPDIS / PGOV /"
        ),
        pytest.param(
            "TAGS: PREL PGOV\nTIRANA 00009901 001.2 OF 003\nAL KDEM\n",
            ("PREL", "PGOV", "AL", "KDEM"),
            id="TAGS: PREL PGOV / TIRANA 00009901 001.2 OF 003 / AL KDEM /",
        ),
        pytest.param(
            "TAGS: PREL, PGOV\n\nTIRANA 00009901  002 OF 003\n\n\nSUBJECT: X",
            ("PREL", "PGOV"),
            id="TAGS: PREL, PGOV / / TIRANA 00009901 002 OF 003 / / / SUBJEC",
        ),
        pytest.param("TAGS\nPREL PGOV\n", ("PREL", "PGOV"), id="TAGS / PREL PGOV /"),
    ],
)
def test_how_far_the_line_goes(text: str, tags: tuple[str, ...]) -> None:
    assert tuple(found.value for found in read_preamble(text).tags) == tags
