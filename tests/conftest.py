"""What holds for all tests: none fails because a machine is slow, all read the same samples."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the samples; not to be written to."""
    from archive import Archive  # noqa: PLC0415 - the tests of the parser load no more than it

    folder = tmp_path_factory.mktemp("samples") / "archive"
    with Archive.open(folder, create=True) as archive:
        list(archive.import_sources([Path(__file__).parents[1] / "samples"], workers=0))
    return folder
