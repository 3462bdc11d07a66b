"""What is said of timeouts and cancellation, held against the interpreter that runs these tests."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest


def on_a_loop(main: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], None]:
    """A test on an event loop of its own."""

    def test() -> None:
        asyncio.run(main())

    test.__name__ = main.__name__
    return test


async def begun(work: Awaitable[Any]) -> "asyncio.Task[Any]":
    """A task that stands at its first await."""
    task = asyncio.ensure_future(work)
    await asyncio.sleep(0)
    assert isinstance(task, asyncio.Task)
    return task


async def swallows() -> str:
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        return "as if all were well"
    return "not cancelled"


def test_cancelled_error_is_no_exception_and_there_is_one_timeout_error() -> None:
    assert not issubclass(asyncio.CancelledError, Exception)
    assert asyncio.TimeoutError is TimeoutError


@on_a_loop
async def test_cancel_only_asks() -> None:
    tidied = []

    async def worker() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.01)
            tidied.append(True)

    task = await begun(worker())
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    assert tidied == []
    await asyncio.wait({task})
    assert task.cancelled()
    assert tidied == [True]


@on_a_loop
async def test_a_cancellation_that_is_caught_is_lost() -> None:
    task = await begun(swallows())
    task.cancel()
    assert await task == "as if all were well"
    assert not task.cancelled()
    async with asyncio.timeout(0.01) as limit:
        await swallows()
    assert limit.expired()  # and no TimeoutError


@on_a_loop
async def test_a_task_can_be_cancelled_in_the_middle_of_its_cleanup() -> None:
    tidied = []

    async def worker() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(60)
            tidied.append(True)

    task = await begun(worker())
    for _ in range(2):
        task.cancel()
        await asyncio.sleep(0)
    await asyncio.wait({task})
    assert task.cancelled()
    assert tidied == []


@on_a_loop
async def test_await_and_gather_hand_a_cancellation_on_but_wait_and_shield_do_not() -> None:
    async def awaits(task: "asyncio.Task[None]") -> None:
        await task

    async def gathers(task: "asyncio.Task[None]") -> None:
        await asyncio.gather(task)

    async def waits(task: "asyncio.Task[None]") -> None:
        await asyncio.wait({task})

    async def shields(task: "asyncio.Task[None]") -> None:
        await asyncio.shield(task)

    reached = {}
    for way in (awaits, gathers, waits, shields):
        task = await begun(asyncio.sleep(0.05))
        waiting = await begun(way(task))
        waiting.cancel()
        await asyncio.wait({waiting})
        assert waiting.cancelled()
        reached[way.__name__] = task.done()
        await asyncio.wait({task})
    assert reached == {"awaits": True, "gathers": True, "waits": False, "shields": False}


@on_a_loop
async def test_inside_a_timeout_block_the_end_of_the_time_is_a_cancelled_error() -> None:
    inside = None
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01) as limit:
            try:
                await asyncio.sleep(60)
            except BaseException as error:
                inside = type(error)
                raise
    assert inside is asyncio.CancelledError
    assert limit.expired()


@on_a_loop
async def test_a_timeout_error_of_the_job_itself_does_not_make_the_timeout_expired() -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(60) as limit:
            raise TimeoutError
    assert not limit.expired()


@on_a_loop
async def test_wait_with_a_timeout_cancels_nothing_and_raises_nothing() -> None:
    task = await begun(asyncio.sleep(0.05))
    done, pending = await asyncio.wait({task}, timeout=0.01)
    assert (done, pending) == (set(), {task})
    await task
    assert not task.cancelled()


@on_a_loop
async def test_a_timeout_takes_its_cancellation_back() -> None:
    me = asyncio.current_task()
    assert me is not None
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await asyncio.sleep(60)
    assert me.cancelling() == 0


def closed_by_asyncio_run(*, cancelled_before: bool, cleans: bool) -> bool:
    """Whether a shop that main leaves to asyncio.run comes to the end of its cleanup."""
    closed = []

    async def shop() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            if cleans:
                await asyncio.sleep(0.01)
            closed.append(True)

    async def main() -> None:
        task = await begun(shop())
        if cancelled_before:
            task.cancel()

    asyncio.run(main())
    return closed == [True]


def test_asyncio_run_waits_for_the_tasks_that_it_cancels_at_the_end() -> None:
    assert closed_by_asyncio_run(cancelled_before=False, cleans=True)


def test_asyncio_run_cancels_once_more_what_main_has_cancelled() -> None:
    assert closed_by_asyncio_run(cancelled_before=True, cleans=False)
    assert not closed_by_asyncio_run(cancelled_before=True, cleans=True)
