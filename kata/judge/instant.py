"""Instants and durations as tests compare them: exact on the virtual clock, within a tolerance on the wall clock."""

# Virtual time lives on a grid of a microsecond, and each wait is rounded up to it: a hundred waits stay below this.
VIRTUAL_TOLERANCE = 1e-4
WALL_TOLERANCE = 0.25


def tolerate(clock: str) -> None:
    """Sets how far apart two equal instants may lie, for the rest of this process."""
    Instant.tolerance = WALL_TOLERANCE if clock == "wall" else VIRTUAL_TOLERANCE


class Instant(float):
    """Seconds. Two are equal, and neither is before the other, when they differ by no more than the tolerance."""

    tolerance = VIRTUAL_TOLERANCE

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, int | float):
            return NotImplemented
        return abs(float(self) - float(other)) <= self.tolerance

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __lt__(self, other: float) -> bool:
        return float(self) < float(other) and self != other

    def __gt__(self, other: float) -> bool:
        return float(self) > float(other) and self != other

    def __le__(self, other: float) -> bool:
        return not self > other

    def __ge__(self, other: float) -> bool:
        return not self < other

    __hash__ = None  # type: ignore[assignment]  # near instants are equal, so no hash can be right

    def __add__(self, other: float) -> "Instant":
        return Instant(float(self) + float(other))

    def __sub__(self, other: float) -> "Instant":
        return Instant(float(self) - float(other))

    def __rsub__(self, other: float) -> "Instant":
        return Instant(float(other) - float(self))

    __radd__ = __add__

    def __repr__(self) -> str:
        digits = 4 if self.tolerance < 1e-3 else 3  # two that are not equal shall not look so
        return f"{round(float(self), digits):g}"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return format(float(self), spec) if spec else repr(self)

    def __round__(self, digits: int | None = None) -> float:  # type: ignore[override]
        return round(float(self), digits)


def seconds(value: float) -> Instant:
    """A duration or an instant that a test expects."""
    return Instant(value)
