from __future__ import annotations

import pytest

from tests.tui.fake_archive import FakeArchive


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive()
