"""Instants as tests compare them, and as a verdict shows them."""

import pytest

from kata.judge.instant import VIRTUAL_TOLERANCE, WALL_TOLERANCE, Instant, seconds


@pytest.mark.parametrize("tolerance", [VIRTUAL_TOLERANCE, WALL_TOLERANCE])
@pytest.mark.parametrize("value", [0, 0.3, 1, 2.5, 75])
def test_two_that_are_not_equal_do_not_look_so(
    monkeypatch: pytest.MonkeyPatch, tolerance: float, value: float
) -> None:
    monkeypatch.setattr(Instant, "tolerance", tolerance)
    near, far = value + tolerance * 0.99, value + tolerance * 1.01
    assert seconds(value) == near and seconds(value) >= near
    assert seconds(value) != far and seconds(value) < far
    assert repr(seconds(value)) != repr(seconds(far))
    assert repr(seconds(value)) == f"{value:g}"
