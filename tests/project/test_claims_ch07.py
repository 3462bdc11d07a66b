"""What the lesson of chapter 7 says of asyncio, asked of the interpreter itself."""

import asyncio
import gc
import inspect
import sys
from asyncio import staggered
from collections.abc import AsyncGenerator
from typing import Any

import pytest


class Boom(Exception):
    """The error of these tests."""


async def give(value: str, gate: asyncio.Event | None = None) -> str:
    if gate is not None:
        await gate.wait()
    return value


async def fail() -> None:
    raise Boom


async def clean_up(gate: asyncio.Event) -> None:
    try:
        await asyncio.Event().wait()
    finally:
        await gate.wait()


async def turns(count: int = 5) -> None:
    """Lets the other tasks run for a few turns of the loop."""
    for _ in range(count):
        await asyncio.sleep(0)


async def stop(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def test_as_completed_gives_the_first_that_is_done_and_goes_on_after_an_error() -> None:
    async def main() -> list[str]:
        gates = [asyncio.Event(), asyncio.Event()]
        tasks = [asyncio.create_task(give(name, gate)) for name, gate in zip("ac", gates, strict=True)]
        tasks.append(asyncio.create_task(fail()))  # type: ignore[arg-type]
        came = []
        for first in asyncio.as_completed(tasks):
            try:
                came.append(await first)
            except Boom:
                came.append("error")
                gates[1].set()
            else:
                gates[0].set()
        return came

    assert asyncio.run(main()) == ["error", "c", "a"]


def test_leaving_as_completed_cancels_nothing() -> None:
    async def main() -> bool:
        slow = asyncio.create_task(asyncio.Event().wait())
        for first in asyncio.as_completed([slow, asyncio.create_task(give("a"))]):
            await first
            break
        await turns()
        running = not slow.done() and not slow.cancelling()
        await stop(slow)
        return running

    assert asyncio.run(main())


def test_async_for_over_as_completed_gives_the_tasks_and_only_since_3_13() -> None:
    async def main() -> bool:
        tasks = [asyncio.create_task(give("a")), asyncio.create_task(give("b"))]
        try:
            came = [task async for task in asyncio.as_completed(tasks)]  # type: ignore[attr-defined]
        finally:
            await stop(*tasks)
        return set(came) == set(tasks)

    if sys.version_info >= (3, 13):
        assert asyncio.run(main())
    else:
        with pytest.raises(TypeError, match="async for"):
            asyncio.run(main())


def test_wait_comes_back_with_a_failed_task_and_raises_nothing() -> None:
    async def main() -> tuple[bool, bool]:
        bad, slow = asyncio.create_task(fail()), asyncio.create_task(asyncio.Event().wait())
        done, pending = await asyncio.wait([bad, slow], return_when=asyncio.FIRST_COMPLETED)
        as_expected = done == {bad} and pending == {slow} and isinstance(bad.exception(), Boom)
        again, _ = await asyncio.wait([bad, slow], return_when=asyncio.FIRST_COMPLETED)
        await stop(slow)
        return as_expected, again == {bad}

    assert asyncio.run(main()) == (True, True)


def test_first_exception_does_not_come_back_for_a_value() -> None:
    async def main() -> set[str]:
        gate = asyncio.Event()
        tasks = [asyncio.create_task(give("a")), asyncio.create_task(give("b", gate))]
        asyncio.get_running_loop().call_later(0.01, gate.set)
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        return {task.result() for task in done}

    assert asyncio.run(main()) == {"a", "b"}


def test_wait_with_a_timeout_raises_nothing_and_cancels_nothing() -> None:
    async def main() -> tuple[bool, int]:
        slow = asyncio.create_task(asyncio.Event().wait())
        done, pending = await asyncio.wait([slow], timeout=0.01)
        observed = (not done and pending == {slow}, slow.cancelling())
        await stop(slow)
        return observed

    assert asyncio.run(main()) == (True, 0)


def test_wait_wants_tasks_and_at_least_one() -> None:
    async def with_a_coroutine() -> None:
        coroutine = give("a")
        try:
            await asyncio.wait([coroutine])  # type: ignore[type-var]
        finally:
            coroutine.close()

    async def with_nothing() -> None:
        await asyncio.wait([])

    with pytest.raises(TypeError):
        asyncio.run(with_a_coroutine())
    with pytest.raises(ValueError):
        asyncio.run(with_nothing())


def test_cancelling_a_wait_leaves_the_tasks_alone() -> None:
    async def main() -> bool:
        slow = asyncio.create_task(asyncio.Event().wait())
        waiting = asyncio.create_task(asyncio.wait([slow]))
        await turns()
        await stop(waiting)
        alone = not slow.done() and not slow.cancelling()
        await stop(slow)
        return alone

    assert asyncio.run(main())


@pytest.mark.parametrize("looked_at", [True, False])
def test_asyncio_complains_of_an_error_unless_gather_has_looked_at_it(looked_at: bool) -> None:
    complaints: list[dict[str, Any]] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: complaints.append(context))
        task = asyncio.create_task(fail())
        await asyncio.wait([task])
        if looked_at:
            await asyncio.gather(task, return_exceptions=True)
        del task
        gc.collect()

    asyncio.run(main())
    assert len(complaints) == (0 if looked_at else 1)


def test_a_generator_that_has_not_begun_is_closed_without_running_its_finally() -> None:
    ran = []

    async def generator() -> AsyncGenerator[int, None]:
        try:
            yield 1
        finally:
            ran.append("finally")

    async def main() -> None:
        await generator().aclose()
        begun = generator()
        await anext(begun)
        await begun.aclose()

    asyncio.run(main())
    assert ran == ["finally"]


def test_connections_have_happy_eyeballs() -> None:
    parameters = inspect.signature(asyncio.BaseEventLoop.create_connection).parameters
    assert "happy_eyeballs_delay" in parameters


def test_the_race_of_asyncio_returns_a_tuple_and_raises_nothing_when_all_fail() -> None:
    async def main() -> tuple[Any, ...]:
        return await staggered.staggered_race([fail, fail], 1)

    value, winner, errors = asyncio.run(main())
    assert (value, winner) == (None, None)
    assert [type(error) for error in errors] == [Boom, Boom]


def test_before_3_14_the_race_of_asyncio_does_not_wait_for_its_tasks_when_it_is_cancelled() -> None:
    async def main() -> bool:
        gate = asyncio.Event()
        before = asyncio.all_tasks()
        race = asyncio.create_task(staggered.staggered_race([lambda: clean_up(gate)], 1))
        await turns()
        race.cancel()
        await turns()
        over, left = race.done(), asyncio.all_tasks() - before - {race}
        gate.set()
        await asyncio.gather(race, *left, return_exceptions=True)
        return over and bool(left)

    assert asyncio.run(main()) == (sys.version_info < (3, 14))
