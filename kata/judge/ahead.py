"""Plays the runs of an answer's tests ahead, several at a time, where they take real time.

Each test is called once with nobody listening, all of an answer's tests together. What their runs bring is kept with
the answer, so that the tests find it there when they are called in earnest, one after the other.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

import pytest

from .answers import Answer

APART = 0.05  # real seconds between two beginnings: what a run costs at its start shall not hold up those under way

HEAVY_FOR_A_PROCESSOR = 2  # runs that compute, at once; now and then one of them waits


class Places:
    """Places for runs, as many as there are; whoever acquires one gives it back by release.

    Processes that are forked later share them with this one: a pipe holds a byte for each that is free.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self._free, self._give_back = os.pipe()
        os.set_blocking(self._free, False)
        os.write(self._give_back, bytes(number))

    @classmethod
    def for_heavy_runs(cls, processors: int | None = None) -> Self:
        """Places for runs that compute, on so many processors; None: all those of this process."""
        return cls(HEAVY_FOR_A_PROCESSOR * (processors or _processors()))

    async def acquire(self) -> None:
        """Waits for a place that no other run has taken."""
        while True:
            with suppress(BlockingIOError):
                os.read(self._free, 1)
                return
            await asyncio.sleep(APART)

    def release(self) -> None:
        """Lets another run have it."""
        os.write(self._give_back, bytes(1))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Gate:
    """`async with gate` waits until one more run may begin; when it is left, the run is over.

    `at_once`: how many runs of one answer may be under way. `places`: what they share with those of other answers.
    """

    def __init__(self, at_once: int, places: Places | None = None) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._turn = asyncio.Lock()
        self._places = places

    async def __aenter__(self) -> None:
        await self._room.acquire()
        async with self._turn:
            await asyncio.sleep(APART)
        if self._places is not None:
            await self._places.acquire()

    async def __aexit__(self, *exc_info: object) -> None:
        if self._places is not None:
            self._places.release()
        self._room.release()


@dataclass(frozen=True)
class Rehearsal:
    """One test of an answer: its function, and the arguments that it is given."""

    test: Callable[..., Awaitable[None]]
    arguments: dict[str, Any]

    async def call(self) -> None:
        """The test may say what it likes: it will say it again."""
        with suppress(Exception, pytest.fail.Exception, pytest.skip.Exception):
            await self.test(**self.arguments)


def rehearse(answer: Answer, tests: Iterable[Rehearsal], gate: Gate) -> None:
    """Calls these tests together; their runs pass the gate."""

    async def together() -> None:
        answer.gate = gate
        await asyncio.gather(*(test.call() for test in tests))

    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        runner.run(together())
    answer.gate = None
    answer.lost = None  # the test that loses it in earnest shall say so
