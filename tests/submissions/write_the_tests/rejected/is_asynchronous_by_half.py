"""Plain functions that call a coroutine function, which makes a coroutine object and runs nothing.

verdict: failed
diagnosis: a pool that lends to more than `size` at once passed all your
"""

import asyncio


async def connect():
    return object()


async def two_at_once(Pool):
    pool = Pool(connect, 1)
    async with pool.lend():
        late = asyncio.create_task(pool.lend().__aenter__())
        await asyncio.sleep(0.05)
        assert not late.done()


async def an_error(Pool):
    pool = Pool(connect, 1)
    try:
        async with pool.lend():
            raise ValueError
    except ValueError:
        pass
    async with pool.lend():
        pass


def test_two_at_once(Pool):
    assert two_at_once(Pool)


def test_an_error(Pool):
    assert an_error(Pool)
