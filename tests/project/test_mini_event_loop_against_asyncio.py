"""The tests of mini_event_loop reckon what a random program must log. asyncio, on the virtual clock, logs the same."""

import asyncio
import importlib
import random
from collections.abc import Awaitable
from typing import Any

import pytest

from kata.layout import Layout
from kata.player.loop import PacedLoop
from kata.player.ties import Ties
from kata.player.timeline import Timeline

CHAPTER = Layout().root / "tests" / "ch10_internals"
PROGRAMS = 300


@pytest.fixture
def hidden(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module that reckons."""
    monkeypatch.syspath_prepend(str(CHAPTER))
    return importlib.import_module("test_mini_event_loop_hidden")


@pytest.fixture
def scenarios(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module that plays programs."""
    monkeypatch.syspath_prepend(str(CHAPTER))
    return importlib.import_module("mini_event_loop")


def on_asyncio(scenarios: Any, program: dict[str, Any]) -> tuple[list[str], tuple[str, Any]]:
    """The log of a program that asyncio runs, and what came out of it."""
    log: list[str] = []

    async def join(task: Awaitable[Any]) -> Any:
        return await task

    async def main() -> Any:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda loop, context: None)  # tasks may fail, and nobody need join them
        begin = loop.time()

        def say(who: str, what: str) -> None:
            log.append(f"{loop.time() - begin:.3f} {who} {what}")

        return await scenarios.coroutine(program, asyncio.create_task, asyncio.sleep, join, say)

    with asyncio.Runner(loop_factory=lambda: PacedLoop(Timeline(virtual=True), Ties())) as runner:
        try:
            return log, ("returned", runner.run(main()))
        except ValueError as error:
            return log, ("raised", str(error))


@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited")
@pytest.mark.parametrize("seed", range(3))
def test_random_programs_run_on_asyncio_as_they_are_reckoned(hidden: Any, scenarios: Any, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(PROGRAMS):
        program = hidden.random_program(rng)
        expected, outcome, _ = hidden.reckon(program)
        log, came_out = on_asyncio(scenarios, program)
        assert hidden.until_main_ends(log) == expected
        assert came_out == outcome


def test_random_programs_hold_what_the_exercise_is_about(hidden: Any) -> None:
    """Values and errors that go through joins of tasks at work and of tasks that are over, turns, and long sleeps."""
    rng = random.Random(1)
    logs = ["\n".join(hidden.reckon(hidden.random_program(rng))[0]) for _ in range(PROGRAMS)]
    for words in ("gave 7", "raised task", "slept 0\n", "slept 1.", "started task 3"):
        assert sum(words in log for log in logs) > PROGRAMS / 20, words
