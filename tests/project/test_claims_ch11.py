"""What the chapter on patterns says of asyncio and of Python, held against the interpreter that runs these tests."""

import asyncio
import functools
import gc
import math
from typing import Any

import pytest


async def load(key: str) -> str:
    await asyncio.sleep(0.01)
    return key.upper()


def test_a_look_and_an_await_let_everybody_through() -> None:
    loads = 0
    known: dict[str, str] = {}

    async def get(key: str) -> str:
        nonlocal loads
        if key not in known:
            loads += 1
            known[key] = await load(key)
        return known[key]

    async def main() -> list[str]:
        return await asyncio.gather(get("a"), get("a"), get("a"))

    assert asyncio.run(main()) == ["A", "A", "A"]
    assert loads == 3


def test_a_coroutine_object_runs_once() -> None:
    async def main() -> None:
        attempt = load("a")
        await attempt
        await attempt

    with pytest.raises(RuntimeError, match="already awaited"):
        asyncio.run(main())


def test_lru_cache_keeps_the_coroutine_object() -> None:
    cached = functools.lru_cache(load)

    async def main() -> None:
        assert await cached("a") == "A"
        await cached("a")

    with pytest.raises(RuntimeError, match="already awaited"):
        asyncio.run(main())


def test_a_task_that_has_failed_fails_each_time_it_is_awaited() -> None:
    calls = 0

    async def fail() -> None:
        nonlocal calls
        calls += 1
        raise OSError

    async def main() -> int:
        task = asyncio.create_task(fail())
        failures = 0
        for _ in range(3):
            try:
                await task
            except OSError:
                failures += 1
        return failures

    assert asyncio.run(main()) == 3
    assert calls == 1


def test_a_cancellation_is_no_exception_and_a_timeout_is_an_os_error() -> None:
    assert not issubclass(asyncio.CancelledError, Exception)
    assert issubclass(asyncio.CancelledError, BaseException)
    assert issubclass(asyncio.TimeoutError, OSError)


def test_a_power_overflows_and_a_product_becomes_infinite() -> None:
    with pytest.raises(OverflowError):
        print(2.0**1024)
    assert math.isinf(2.0**1023 * 2)
    assert min(2.0**1023 * 2, 30) == 30


def test_a_semaphore_does_not_limit_how_often_something_begins() -> None:
    begun = 0

    async def main() -> float:
        nonlocal begun
        places = asyncio.Semaphore(3)

        async def request() -> None:
            nonlocal begun
            async with places:
                begun += 1

        loop = asyncio.get_running_loop()
        started = loop.time()
        await asyncio.gather(*(request() for _ in range(100)))
        return loop.time() - started

    assert asyncio.run(main()) < 1
    assert begun == 100


def test_a_bucket_that_is_full_gives_out_almost_twice_the_rate() -> None:
    rate, per = 3, 1.0
    now, tokens, begins = 0.0, float(rate), []
    while now < 3 * per:
        if tokens >= 1 - 1e-9:
            tokens -= 1
            begins.append(now)
        else:
            now += (1 - tokens) * per / rate
            tokens = 1
    assert sum(at < per - 1e-9 for at in begins) == 2 * rate - 1


def test_whoever_awaits_a_task_hands_the_cancellation_on_to_it() -> None:
    async def wait_for(waiting: Any) -> str:
        return str(await waiting)

    async def main(shielded: bool) -> bool:
        shared = asyncio.create_task(load("a"))
        waiter = asyncio.create_task(wait_for(asyncio.shield(shared) if shielded else shared))
        await asyncio.sleep(0)
        waiter.cancel()
        await asyncio.wait({shared, waiter})
        assert waiter.cancelled()
        return shared.cancelled()

    assert asyncio.run(main(shielded=False))
    assert not asyncio.run(main(shielded=True))


def test_a_timer_is_no_task_and_can_be_taken_back() -> None:
    called = []

    async def main() -> int:
        loop = asyncio.get_running_loop()
        kept = loop.call_later(0.01, called.append, "kept")
        taken_back = loop.call_later(0.01, called.append, "taken back")
        taken_back.cancel()
        tasks = len(asyncio.all_tasks())
        await asyncio.sleep(0.05)
        assert not kept.cancelled()
        return tasks

    assert asyncio.run(main()) == 1
    assert called == ["kept"]


def test_there_is_nothing_to_wait_for_in_an_empty_set() -> None:
    async def main() -> None:
        await asyncio.wait(set())

    with pytest.raises(ValueError, match=r"(?i)empty"):
        asyncio.run(main())


def test_an_error_nobody_asked_for_goes_to_the_exception_handler() -> None:
    heard: list[Any] = []

    async def fail() -> None:
        raise ValueError

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: heard.append(context["exception"])
        )
        task = asyncio.create_task(fail())
        await asyncio.wait({task})  # which waits, and does not ask for the error
        assert heard == []
        del task
        gc.collect()

    asyncio.run(main())
    assert [type(error) for error in heard] == [ValueError]


def test_a_cancelled_call_passes_by_else_and_except_exception() -> None:
    seen = []

    async def call() -> None:
        try:
            await asyncio.sleep(1)
        except Exception:
            seen.append("except")
        else:
            seen.append("else")
        finally:
            seen.append("finally")

    async def main() -> None:
        task = asyncio.create_task(call())
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})

    asyncio.run(main())
    assert seen == ["finally"]


def test_a_lock_serves_first_come_first() -> None:
    served = []

    async def main() -> None:
        lock = asyncio.Lock()

        async def take(number: int) -> None:
            async with lock:
                served.append(number)
                await asyncio.sleep(0)

        await asyncio.gather(*(take(number) for number in range(5)))

    asyncio.run(main())
    assert served == [0, 1, 2, 3, 4]
