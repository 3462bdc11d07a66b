"""One test, in which one user gets one connection.

verdict: failed
diagnosis: passed your only test
"""


async def test_a_connection_is_lent(Pool):
    async def connect():
        return "a connection"

    pool = Pool(connect, 1)
    async with pool.lend() as connection:
        assert connection == "a connection"
