"""What popular texts say of futures, awaitables and contexts, held against the interpreter that runs these tests."""

import asyncio
import inspect
import types
from collections.abc import Awaitable, Generator
from contextvars import ContextVar
from typing import Any

import pytest

SHORT = 0.05  # seconds after which something that would wait for ever is given up

current: ContextVar[str] = ContextVar("current", default="-")


async def turns_of_another_while(awaitable: Awaitable[Any]) -> int:
    """How many turns another task gets while this is awaited."""
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.create_task(other())
    await awaitable
    seen = turns
    task.cancel()
    await asyncio.wait([task])
    return seen


def test_a_future_reaches_everybody_and_stays_done() -> None:
    async def main() -> list[str]:
        future: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        async def waiter() -> str:
            return await future

        tasks = [asyncio.create_task(waiter()) for _ in range(2)]
        await asyncio.sleep(0)
        future.set_result("tea")
        assert not any(task.done() for task in tasks)  # set_result runs nobody
        return [*await asyncio.gather(*tasks), await future]

    assert asyncio.run(main()) == ["tea"] * 3


def test_a_future_that_is_done_takes_no_result() -> None:
    async def main() -> None:
        future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        future.set_result("tea")
        with pytest.raises(asyncio.InvalidStateError):
            future.set_result("coffee")

    asyncio.run(main())


def test_cancelling_a_task_cancels_its_future_and_everybodys_wait() -> None:
    async def main() -> tuple[bool, bool]:
        future: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        async def waiter() -> str:
            return await future

        first, second = (asyncio.create_task(waiter()) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.wait([first, second])
        with pytest.raises(asyncio.InvalidStateError):
            future.set_result("tea")
        return future.cancelled(), second.cancelled()

    assert asyncio.run(main()) == (True, True)


def test_only_what_is_not_there_yet_gives_the_others_a_turn() -> None:
    async def empty() -> None:
        pass

    @types.coroutine
    def bare_yield() -> Generator[Any, Any, None]:
        yield

    async def main() -> list[int]:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        done.set_result(None)
        awaitables: list[Any] = [empty(), done, bare_yield(), asyncio.sleep(0)]
        return [await turns_of_another_while(awaitable) for awaitable in awaitables]

    assert asyncio.run(main()) == [0, 0, 1, 1]


def test_await_asks_for_an_iterator() -> None:
    class Homemade:
        def __init__(self, iterator: Any) -> None:
            self.iterator = iterator

        def __await__(self) -> Any:
            return self.iterator

    async def coroutine() -> None:
        pass

    async def wait_for(iterator: Any) -> Any:
        return await Homemade(iterator)

    def returns() -> Generator[Any, Any, str]:
        yield from ()
        return "the value"

    assert asyncio.run(wait_for(returns())) == "the value"
    unused = coroutine()
    with pytest.raises(TypeError, match="returned a coroutine"):
        asyncio.run(wait_for(unused))
    unused.close()
    with pytest.raises(TypeError, match="non-iterator"):
        asyncio.run(wait_for([1]))
    with pytest.raises(RuntimeError, match="bad yield"):
        asyncio.run(wait_for(iter([1])))


def test_tasks_are_futures_and_generator_based_coroutines_are_awaitable() -> None:
    @types.coroutine
    def based_on_a_generator() -> Generator[Any, Any, None]:
        yield

    assert issubclass(asyncio.Task, asyncio.Future)
    made = based_on_a_generator()
    assert inspect.isawaitable(made)
    made.close()


def test_a_cancelled_task_leaves_its_timers() -> None:
    async def main() -> list[str]:
        fired: list[str] = []

        async def sets_a_timer() -> None:
            asyncio.get_running_loop().call_later(SHORT / 5, fired.append, "fired")
            await asyncio.Event().wait()

        task = asyncio.create_task(sets_a_timer())
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        await asyncio.sleep(SHORT)
        return fired

    assert asyncio.run(main()) == ["fired"]


def test_what_becomes_ready_in_a_turn_waits_for_the_next() -> None:
    async def main() -> list[str]:
        log: list[str] = []
        loop = asyncio.get_running_loop()

        def first() -> None:
            log.append("first")
            loop.call_soon(log.append, "made by first")

        loop.call_soon(first)
        loop.call_soon(log.append, "second")
        for _ in range(3):
            await asyncio.sleep(0)
        return log

    assert asyncio.run(main()) == ["first", "second", "made by first"]


def test_a_task_has_a_copy_of_the_context_and_an_await_has_not() -> None:
    async def sets(value: str) -> None:
        current.set(value)

    async def main() -> list[str]:
        seen = []
        await asyncio.create_task(sets("a task's own"))
        seen.append(current.get())
        asyncio.get_running_loop().call_soon(current.set, "a callback's own")
        await asyncio.sleep(0)
        seen.append(current.get())
        await sets("leaks")
        seen.append(current.get())
        return seen

    assert asyncio.run(main()) == ["-", "-", "leaks"]


def test_run_in_executor_takes_no_context_along_and_to_thread_does() -> None:
    async def main() -> tuple[str, str]:
        current.set("mine")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, current.get), await asyncio.to_thread(current.get)

    assert asyncio.run(main()) == ("-", "mine")


def test_ready_tasks_run_first_in_first_out() -> None:
    async def main() -> list[str]:
        log: list[str] = []

        async def worker(name: str) -> None:
            for _ in range(2):
                log.append(name)
                await asyncio.sleep(0)

        await asyncio.gather(*(worker(name) for name in "abc"))
        return log

    assert asyncio.run(main()) == list("abcabc")
