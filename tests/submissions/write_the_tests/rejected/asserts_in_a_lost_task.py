"""The assertions stand in tasks that nobody awaits: they fail, and no test hears of it.

verdict: failed
diagnosis: a pool that lends to more than `size` at once passed all your
"""

import asyncio

inside = 0


async def connect():
    return object()


async def user(pool, size):
    global inside
    async with pool.lend():
        inside += 1
        assert inside <= size
        await asyncio.sleep(0.01)
        inside -= 1


async def test_size_one(Pool):
    pool = Pool(connect, 1)
    tasks = [asyncio.create_task(user(pool, 1)) for _ in range(3)]
    await asyncio.wait(tasks)


async def test_size_two(Pool):
    pool = Pool(connect, 2)
    tasks = [asyncio.create_task(user(pool, 2)) for _ in range(3)]
    await asyncio.wait(tasks)
