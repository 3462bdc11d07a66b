"""Real time instead of turns: short sleeps, asyncio.timeout, parameters, pytest.raises."""

import asyncio
from contextlib import asynccontextmanager, suppress

import pytest

pytestmark = pytest.mark.timeout(2.5)


async def soon():
    """Some time, and some turns of the event loop, however busy the machine is."""
    for _ in range(15):
        await asyncio.sleep(0.002)


class Made:
    def __init__(self, slow=0.0, broken=0):
        self.log = []
        self.slow = slow
        self.broken = broken
        self.open = 0

    async def connect(self):
        thing = object()
        self.log.append(thing)
        self.open += 1
        try:
            await asyncio.sleep(self.slow)
        finally:
            self.open -= 1
        if self.broken:
            self.broken -= 1
            raise OSError("down")
        return thing


async def lend_one(pool):
    async with asyncio.timeout(2):
        async with pool.lend() as thing:
            return thing


@asynccontextmanager
async def all_lent(pool, size):
    """All places are taken in here, by different connections."""
    stop = asyncio.Event()
    things = []

    async def hold():
        async with pool.lend() as thing:
            things.append(thing)
            await stop.wait()

    async with asyncio.TaskGroup() as group:
        for _ in range(size):
            group.create_task(hold())
        await soon()
        assert len(set(map(id, things))) == size
        try:
            yield things
        finally:
            stop.set()


async def full_house(pool, size):
    async with all_lent(pool, size):
        late = asyncio.create_task(lend_one(pool))
        await soon()
        assert not late.done()
    await late


@pytest.mark.parametrize("size", [1, 2, 5])
async def test_limit(Pool, size):
    before = asyncio.all_tasks()
    made = Made()
    pool = Pool(made.connect, size)
    assert made.log == []
    await full_house(pool, size)
    assert len(made.log) == size
    await full_house(pool, size)
    assert len(made.log) == size
    await soon()
    assert asyncio.all_tasks() == before


async def test_made_on_demand(Pool):
    made = Made()
    pool = Pool(made.connect, 4)
    one = await lend_one(pool)
    assert made.log == [one]
    assert await lend_one(pool) is one
    async with pool.lend() as a, pool.lend() as b:
        assert a is one and b is not one
    assert len(made.log) == 2


@pytest.mark.parametrize("size", [1, 3])
async def test_limit_while_connecting(Pool, size):
    made = Made(slow=0.5)
    pool = Pool(made.connect, size)
    tasks = [asyncio.create_task(lend_one(pool)) for _ in range(size + 2)]
    await soon()
    assert made.open == len(made.log) == size
    await asyncio.gather(*tasks)


async def test_fifo(Pool):
    pool = Pool(Made().connect, 1)
    seen = []

    async def user(number, times):
        for _ in range(times):
            async with pool.lend():
                seen.append(number)
                await asyncio.sleep(0.005)

    await asyncio.gather(*(user(number, 3) for number in range(4)))
    assert seen == [0, 1, 2, 3] * 3


@pytest.mark.parametrize("error", [KeyError("x"), asyncio.CancelledError(), ZeroDivisionError()])
async def test_block_raises(Pool, error):
    made = Made()
    pool = Pool(made.connect, 2)
    with pytest.raises(type(error)) as caught:
        async with pool.lend() as first:
            raise error
    assert caught.value is error
    assert await lend_one(pool) is first
    await full_house(pool, 2)


async def test_connect_raises(Pool):
    made = Made(slow=0.02, broken=3)
    pool = Pool(made.connect, 1)
    results = await asyncio.gather(*(lend_one(pool) for _ in range(5)), return_exceptions=True)
    assert [type(result) for result in results] == [OSError] * 3 + [object] * 2
    made.slow = 0
    await full_house(pool, 1)


async def cancel(task):
    task.cancel()
    async with asyncio.timeout(2):
        with suppress(asyncio.CancelledError):
            await asyncio.wait({task})
    assert task.cancelled()


async def test_cancelled_while_connecting(Pool):
    before = asyncio.all_tasks()
    made = Made(slow=1)
    pool = Pool(made.connect, 1)
    task = asyncio.create_task(lend_one(pool))
    await soon()
    await cancel(task)
    assert made.open == 0
    assert asyncio.all_tasks() == before
    made.slow = 0
    await full_house(pool, 1)


async def test_cancelled_in_line(Pool):
    pool = Pool(Made().connect, 1)
    async with pool.lend():
        tasks = [asyncio.create_task(lend_one(pool)) for _ in range(3)]
        await soon()
        await cancel(tasks[0])
    assert await tasks[1]
    assert await tasks[2]
    await full_house(pool, 1)


@pytest.mark.parametrize("turns", range(8))
async def test_cancelled_when_called(Pool, turns):
    pool = Pool(Made().connect, 1)
    async with pool.lend():
        tasks = [asyncio.create_task(lend_one(pool)) for _ in range(2)]
        await soon()
    for _ in range(turns):
        await asyncio.sleep(0)
    tasks[0].cancel()
    assert await tasks[1]
    await full_house(pool, 1)
