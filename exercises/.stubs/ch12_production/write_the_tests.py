"""Now you write the tests, and they are graded: do they tell a right pool from a broken one?

A Pool lends connections. `Pool(connect, size)` is made inside a running event loop; `connect` is a coroutine function
without arguments, which makes one connection, any object. This is all that a Pool promises:

    async with pool.lend() as connection: ...

  * the connection is lent for the block. After it, it is idle, and may be lent again. A connection is never in two
    blocks at once. connect is called only when somebody needs a connection, it is their turn, and none is idle;
  * never more than `size` connections are lent or being made at once. Whoever comes then waits in line. First
    come, first served, and nobody overtakes those in line. While fewer are lent or being made, nobody waits;
  * several calls of connect may be under way at the same time. If one raises, its error comes out of lend;
  * an error of the block comes out unchanged. However the block ends, its connection is idle then;
  * whoever is cancelled, in line, during connect or in the block, ends cancelled. connect is cancelled with its caller;
  * a place is free when its owner has ended in any of these ways, and goes to the next in line. That holds even if the
    next one is cancelled in the very moment in which its turn has come: then it is the turn of the one behind;
  * a Pool does not block the event loop, and no task of its own is left behind.

Each step may take a few turns of the event loop, never more than ten, and no time: do not count the turns.

pytest runs your tests with many pools, right ones and broken ones. With a right pool all of them must pass, in any
order, and none may be skipped; with a broken one, at least one must fail. A test takes the class as an argument called
Pool. An `async def` needs no mark (pytest-asyncio, mode "auto", a new event loop for each test). After 3 seconds a test
has failed, even if it blocks the loop (pytest-timeout); with one pool, all of them together have 10 seconds. You may
import the standard library, pytest and these two plugins, and write what a test module may have: fixtures, parameters,
helpers, marks.

Try it:  python grade.py write_the_tests
"""

import asyncio


async def settle():
    """Lets everybody do all that can be done without time passing."""
    for _ in range(30):
        await asyncio.sleep(0)


async def test_a_connection_is_lent(Pool):
    async def connect():
        return "a connection"

    pool = Pool(connect, 1)
    async with pool.lend() as connection:
        assert connection == "a connection"


if __name__ == "__main__":
    print("These are tests: they need a pool. Try  python grade.py write_the_tests")
