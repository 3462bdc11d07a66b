"""What asyncio leaves open: the order of timers of one instant, and the order in which a TaskGroup cancels.

Left alone, timers of one instant fire in the order in which they were set, and a TaskGroup cancels in the order in
which its tasks were made, so that equal runs give equal traces (asyncio keeps those tasks in a set, whose order changes
from process to process). Shuffled by a seed, both come in any order, and an answer that relies on luck is found.
"""

import asyncio
import math
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .timeline import GRID, Timeline

MANY = 1_000  # instants that are remembered before those that have passed are forgotten


class Ties:
    """Decides between things that happen at one instant: they keep their order until somebody shuffles."""

    def __init__(self) -> None:
        self._random: random.Random | None = None
        self._timers: dict[float, int] = {}
        self._many = MANY

    def shuffle(self, seed: int) -> None:
        """From now on in an order that this seed decides."""
        self._random = random.Random(seed)

    def slot(self, when: float, timeline: Timeline) -> float:
        """The grid's instant for a timer, moved by a few ulps so that no two timers have the same."""
        instant = math.ceil(when / GRID) * GRID
        if self._random is not None:
            ulp = math.ulp(instant)
            return instant + self._random.randrange(int(GRID / 4 / ulp)) * ulp
        earlier = self._timers.get(instant, 0)
        self._timers[instant] = earlier + 1
        if earlier:
            return instant + min(earlier * math.ulp(instant), GRID / 4)
        if len(self._timers) > self._many:
            now = timeline.now
            self._timers = {key: count for key, count in self._timers.items() if key >= now}
            self._many = max(MANY, 2 * len(self._timers))
        return instant

    def order(self, things: list[Any]) -> list[Any]:
        """These things in the order in which they get their turn."""
        if self._random is not None:
            self._random.shuffle(things)
        return things


class OrderedTasks(dict[Any, None]):
    """A set of tasks, as far as `asyncio.TaskGroup` needs one, with an order that does not change by itself."""

    def __init__(self, ties: Ties) -> None:
        super().__init__()
        self._ties = ties

    def add(self, task: Any) -> None:
        self[task] = None

    def discard(self, task: Any) -> None:
        self.pop(task, None)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._ties.order(list(self.keys())))


@contextmanager
def task_groups_in_order(ties: Ties) -> Iterator[None]:
    """While this lasts, every new TaskGroup cancels its tasks in the order that `ties` decides."""
    stock = asyncio.TaskGroup.__init__

    def init(self: Any) -> None:
        stock(self)
        self._tasks = OrderedTasks(ties)

    asyncio.TaskGroup.__init__ = init  # type: ignore[method-assign]
    try:
        yield
    finally:
        asyncio.TaskGroup.__init__ = stock  # type: ignore[method-assign]
