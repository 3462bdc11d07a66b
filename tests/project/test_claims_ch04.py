"""What chapter 4 says of asynchronous iterators, generators and context managers, held against this interpreter."""

import asyncio
import inspect
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

import pytest


async def numbers(log: list[str], n: int = 3) -> AsyncGenerator[int, None]:
    """Says when it makes a number and when it is closed, and in which task."""
    try:
        for number in range(n):
            log.append(f"makes {number}")
            await asyncio.sleep(0)
            yield number
    finally:
        await asyncio.sleep(0)
        task = asyncio.current_task()
        log.append(f"closed in {task.get_name() if task else None}")


def run(coroutine_function: object, log: list[str]) -> list[str]:
    """Runs a coroutine function in a task of the name "main", and notes when it has returned."""

    async def main() -> None:
        task = asyncio.current_task()
        assert task is not None and callable(coroutine_function)
        task.set_name("main")
        await coroutine_function(log)
        log.append("main returns")

    asyncio.run(main())
    return log


def test_with_a_yield_an_async_def_is_no_coroutine_function() -> None:
    assert not inspect.iscoroutinefunction(numbers)
    assert inspect.isasyncgenfunction(numbers)
    with pytest.raises((TypeError, ValueError), match=r"async_generator|awaitable is required"):
        asyncio.run(numbers([]))  # type: ignore[arg-type]


def test_the_next_value_is_made_when_the_body_has_ended() -> None:
    async def main(log: list[str]) -> None:
        async for number in numbers(log, 2):
            log.append(f"body {number} begins")
            for _ in range(5):
                await asyncio.sleep(0)
            log.append(f"body {number} ends")

    assert run(main, [])[:-1] == [
        *("makes 0", "body 0 begins", "body 0 ends"),
        *("makes 1", "body 1 begins", "body 1 ends"),
        "closed in main",  # at its end, by the task that has read it
    ]


def test_leaving_async_for_does_not_close_the_generator() -> None:
    async def main(log: list[str]) -> None:
        kept = numbers(log)
        async for _ in kept:
            break
        for _ in range(10):
            await asyncio.sleep(0)
        log.append("has waited")
        await kept.aclose()

    assert run(main, []) == ["makes 0", "has waited", "closed in main", "main returns"]


def test_a_generator_without_any_reference_is_closed_by_another_task() -> None:
    async def main(log: list[str]) -> None:
        async for _ in numbers(log):
            break
        log.append("has left")
        for _ in range(10):
            await asyncio.sleep(0)

    log = run(main, [])
    assert log[:2] == ["makes 0", "has left"]
    assert log[2].startswith("closed in ") and log[2] != "closed in main"


def test_asyncio_run_closes_what_was_left_open_when_main_has_returned() -> None:
    kept = []

    async def main(log: list[str]) -> None:
        kept.append(numbers(log))
        async for _ in kept[0]:
            break

    log = run(main, [])
    assert log[:2] == ["makes 0", "main returns"]
    assert log[2].startswith("closed in ") and log[2] != "closed in main"


def test_a_yield_in_answer_to_aclose_is_an_error() -> None:
    async def stubborn() -> AsyncIterator[int]:
        try:
            yield 1
        finally:
            yield 2

    async def main() -> None:
        generator = stubborn()
        await anext(generator)
        await generator.aclose()  # type: ignore[attr-defined]

    with pytest.raises(RuntimeError, match="async generator ignored GeneratorExit"):
        asyncio.run(main())


def test_neither_cancelled_error_nor_generator_exit_is_an_exception() -> None:
    assert not issubclass(asyncio.CancelledError, Exception)
    assert not issubclass(GeneratorExit, Exception)


def test_the_exception_of_the_body_is_raised_at_the_yield_of_a_context_manager() -> None:
    seen = []

    @asynccontextmanager
    async def manager() -> AsyncIterator[None]:
        try:
            yield
        except BaseException as error:
            seen.append(error)
            raise

    async def main() -> None:
        async with manager():
            await asyncio.sleep(10)

    async def cancelled() -> None:
        task = asyncio.create_task(main())
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})

    asyncio.run(cancelled())
    assert [type(error) for error in seen] == [asyncio.CancelledError]
