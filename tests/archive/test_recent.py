"""What was used last is kept, up to a bound."""

from __future__ import annotations

from archive._recent import Recent


def test_keeps_what_was_used_last() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.keep("a", 1)
    recent.keep("b", 2)
    assert recent.of(["a", "c"]) == {"a": 1}
    recent.keep("c", 3)
    assert recent.of("abc") == {"a": 1, "c": 3}


def test_weight_bounds_it() -> None:
    recent: Recent[str, str] = Recent(10)
    for name, weight in (("small", 2), ("large", 7), ("other", 5)):
        recent.keep(name, name, weight)
    assert list(recent.of(["small", "large", "other"])) == ["other"]


def test_what_is_kept_is_not_weighed_again() -> None:
    recent: Recent[str, int] = Recent(2)
    for _ in range(5):
        recent.keep("a", 1)
    recent.keep("b", 2)
    assert recent.of("ab") == {"a": 1, "b": 2}
