"""Waits for something that never happens.

verdict: failed
diagnosis: a right pool was refused: test_the_second_one_waits failed: no end within 3 s
"""


async def connect():
    return 1


async def test_the_first_one_is_in(Pool):
    async with Pool(connect, 1).lend():
        pass


async def test_the_second_one_waits(Pool):
    pool = Pool(connect, 1)
    async with pool.lend():
        async with pool.lend():
            raise AssertionError("two are in")
