"""What popular texts say of queues and their consumers, held against the interpreter that runs these tests."""

import asyncio
from collections.abc import Awaitable
from typing import Any

SHORT = 0.05  # seconds after which something that would wait for ever is given up


async def ends(waiting: Awaitable[Any]) -> bool:
    """Whether this comes to an end, and soon."""
    try:
        async with asyncio.timeout(SHORT):
            await waiting
    except TimeoutError:
        return False
    return True


async def serve_forever(q: asyncio.Queue[str]) -> None:
    while True:
        await q.get()
        q.task_done()


def test_join_before_the_first_put_waits_for_nothing() -> None:
    async def main() -> bool:
        return await ends(asyncio.Queue().join())

    assert asyncio.run(main())


def test_join_does_not_wait_for_the_consumers() -> None:
    async def main() -> tuple[bool, bool]:
        q: asyncio.Queue[str] = asyncio.Queue()
        shop = asyncio.create_task(serve_forever(q))
        await q.put("tea")
        return await ends(q.join()), shop.done()

    assert asyncio.run(main()) == (True, False)


def test_gather_over_endless_consumers_does_not_come_back() -> None:
    async def main() -> bool:
        q: asyncio.Queue[str] = asyncio.Queue()
        q.put_nowait("tea")
        return await ends(asyncio.gather(serve_forever(q), serve_forever(q)))

    assert not asyncio.run(main())


def test_join_waits_for_ever_for_an_item_whose_consumer_died() -> None:
    async def consumer(q: asyncio.Queue[str]) -> None:
        await q.get()
        raise ValueError

    async def main() -> tuple[bool, bool]:
        q: asyncio.Queue[str] = asyncio.Queue()
        q.put_nowait("tea")
        shop = asyncio.create_task(consumer(q))
        joined = await ends(q.join())
        return joined, isinstance(shop.exception(), ValueError)

    assert asyncio.run(main()) == (False, True)


def test_an_empty_queue_does_not_mean_that_the_work_is_done() -> None:
    async def main() -> tuple[bool, bool]:
        q: asyncio.Queue[str] = asyncio.Queue()
        q.put_nowait("tea")
        await q.get()
        return q.empty(), await ends(q.join())

    assert asyncio.run(main()) == (True, False)


def test_a_size_of_zero_is_no_limit() -> None:
    q: asyncio.Queue[int] = asyncio.Queue(maxsize=0)
    for number in range(1_000):
        q.put_nowait(number)
    assert not q.full()


def test_cancel_asks_and_the_task_ends_later_by_an_error_that_is_no_exception() -> None:
    async def main() -> tuple[bool, bool]:
        shop = asyncio.create_task(serve_forever(asyncio.Queue()))
        await asyncio.sleep(0)
        shop.cancel()
        at_once = shop.done()
        await asyncio.wait([shop])
        return at_once, shop.cancelled()

    assert asyncio.run(main()) == (False, True)
    assert not issubclass(asyncio.CancelledError, Exception)
