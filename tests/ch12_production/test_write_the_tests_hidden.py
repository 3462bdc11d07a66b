"""write_the_tests with other right pools, and with mistakes that need a closer look, in random order."""

from test_write_the_tests import (
    HANDS_OVER,
    LOOKS,
    check_caught,
    check_right,
    instead,
    suite,
)

SEMAPHORE = """
import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.places = asyncio.Semaphore(size)
        self.idle = []

    @asynccontextmanager
    async def lend(self):
        async with self.places:
            connection = self.idle.pop() if self.idle else await self.connect()
            try:
                yield connection
            finally:
                self.idle.append(connection)
"""

# Takes some turns of the loop for everything, and calls connect in a task of its own.
SLOW = (
    instead(
        SEMAPHORE,
        (
            "        async with self.places:\n",
            "        async with self.places:\n            await self.turns()\n",
        ),
        ("else await self.connect()", "else await self.make()"),
    )
    + """
    async def turns(self):
        for _ in range(2):
            await asyncio.sleep(0)

    async def make(self):
        task = asyncio.create_task(self.connect())
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait({task})
            raise
        return task.result()
"""
)

RIGHT = {"hands over": HANDS_OVER, "looks": LOOKS, "semaphore": SEMAPHORE, "slow": SLOW}

SWALLOWS = "swallows the error of the block"
WRAPS = "wraps the error of the block in another one"
THROWS_AWAY = "throws a connection away when the block raises, and makes a new one"
LENDS_NONE = "lends None when connect raises"
LOSES_A_TURN = "loses a place when the next in line is cancelled in the moment in which its turn has come"
LOSES_IN_CONNECT = "loses a place when somebody is cancelled during connect"
LOSES_IN_THE_BLOCK = "loses a place when somebody is cancelled in the block"
SWALLOWS_A_CANCELLATION = "swallows the cancellation of the block"
THROWS_AWAY_TOO = "throws a connection away when somebody is cancelled in the block, and makes a new one"
STAYS_IN_LINE = "stays in line when it is cancelled there"
LEAVES_CONNECT = "leaves connect running in a task when its caller is cancelled"
OVERTAKES = "lets a newcomer overtake the one whose turn has come"
LETS_ALL_IN = "lets everybody in line in when one place comes free"
COUNTS_LATE = "does not count the connections that are being made"
SHARES = "lends an idle connection to several at once"
MAKES_A_SPARE = "makes a second connection as a spare, which nobody needs yet"

MAKES_AHEAD = "makes its first connection before anybody needs one"
LEAVES_A_TASK = "leaves a task of its own behind when a block has ended"
ONE_TOO_MANY = "lends to one more than `size` at once"
GAINS_A_PLACE = "frees a place when somebody is cancelled in line, who had none"
WRAPS_CONNECT = "wraps the error of connect in another one"
RETRIES = "calls connect once more when it raises"

HIDDEN = {
    SWALLOWS: LOOKS + "        return isinstance(error[1], Exception)\n",
    WRAPS: LOOKS
    + "        if isinstance(error[1], Exception): raise RuntimeError('in the block') from error[1]\n",
    SWALLOWS_A_CANCELLATION: LOOKS + "        return isinstance(error[1], asyncio.CancelledError)\n",
    THROWS_AWAY: instead(
        LOOKS, ("        pool.idle.append(self", "        if not error[1]: pool.idle.append(self")
    ),
    THROWS_AWAY_TOO: instead(
        LOOKS,
        (
            "        pool.idle.append(self",
            "        if error[0] is not asyncio.CancelledError: pool.idle.append(self",
        ),
    ),
    LENDS_NONE: instead(
        LOOKS,
        (
            "        except BaseException:",
            "        except Exception: self.connection = None\n        except BaseException:",
        ),
    ),
    LOSES_A_TURN: instead(HANDS_OVER, ("if not turn.cancelled():\n                self._leave()", "pass")),
    LOSES_IN_CONNECT: instead(LOOKS, ("except BaseException:", "except Exception:")),
    LOSES_IN_THE_BLOCK: instead(
        LOOKS,
        (
            "        pool.idle.append(self",
            "        if isinstance(error[1], asyncio.CancelledError): return\n        pool.idle.append(self",
        ),
    ),
    STAYS_IN_LINE: instead(
        HANDS_OVER,
        (
            "            if not turn.cancelled():\n                self._leave()\n            raise\n",
            "            if turn.cancelled():\n                await self._enter()\n",
        ),
    ),
    LEAVES_CONNECT: instead(
        HANDS_OVER,
        ("await self._connect()", "await asyncio.shield(asyncio.create_task(self._connect()))"),
    ),
    OVERTAKES: instead(LOOKS, ("pool.line[0] is not ticket or pool", "pool")),
    LETS_ALL_IN: instead(HANDS_OVER, ("set_result(None)\n                return", "set_result(None)")),
    COUNTS_LATE: instead(
        LOOKS,
        ("            pool.busy += 1\n        finally", "        finally"),
        (
            "            pool.busy -= 1\n            pool.look()\n            raise",
            "            pool.look()\n            raise",
        ),
        ("        return self.connection", "        pool.busy += 1\n        return self.connection"),
    ),
    SHARES: instead(HANDS_OVER, ("self._idle.popleft()", "self._idle[0]")),
    MAKES_A_SPARE: instead(
        LOOKS,
        (
            "            self.connection = ",
            "            if not pool.idle: pool.idle += [await pool.connect(), await pool.connect()]\n"
            "            self.connection = ",
        ),
    ),
}
HIDDEN |= {
    MAKES_AHEAD: instead(
        LOOKS,
        (
            "        self.line = []\n",
            "        self.line = []\n        self.first = asyncio.create_task(self.ahead())\n\n"
            "    async def ahead(self):\n        self.idle.append(await self.connect())\n",
        ),
    ),
    LEAVES_A_TASK: LOOKS + "        pool.keeper = asyncio.create_task(asyncio.sleep(3600))\n",
    ONE_TOO_MANY: instead(LOOKS, ("pool.busy == pool.size", "pool.busy > pool.size")),
    GAINS_A_PLACE: instead(
        HANDS_OVER,
        (
            "            if not turn.cancelled():\n                self._leave()\n            raise",
            "            self._leave()\n            raise",
        ),
    ),
    WRAPS_CONNECT: instead(
        LOOKS,
        (
            "        except BaseException:",
            "        except Exception as error:\n            pool.busy -= 1\n            pool.look()\n"
            "            raise RuntimeError('no connection') from error\n        except BaseException:",
        ),
    ),
    RETRIES: instead(
        LOOKS,
        ("await pool.connect()", "await pool.make()"),
        (
            "    def look(self):",
            "    async def make(self):\n        try:\n            return await self.connect()\n"
            "        except Exception:\n            return await self.connect()\n\n    def look(self):",
        ),
    ),
}
CANCELLED = (LOSES_A_TURN, LOSES_IN_CONNECT, STAYS_IN_LINE, LEAVES_CONNECT)
CANCELLED_INSIDE = (LOSES_IN_THE_BLOCK, SWALLOWS_A_CANCELLATION, THROWS_AWAY_TOO)
LINE = (OVERTAKES, LETS_ALL_IN, COUNTS_LATE, SHARES)
CONNECTIONS = (SWALLOWS, WRAPS, THROWS_AWAY, LENDS_NONE, MAKES_A_SPARE)
PROMISES = (MAKES_AHEAD, LEAVES_A_TASK, ONE_TOO_MANY, GAINS_A_PLACE, WRAPS_CONNECT, RETRIES)


async def test_pools_that_are_wrong_about_cancellation_or_the_line_are_caught(run, rng):
    await check_hidden(run, rng, [HANDS_OVER, SLOW], CANCELLED + CANCELLED_INSIDE + LINE)


async def test_pools_that_break_other_promises_are_caught_in_any_order_of_the_tests(run, rng):
    await check_hidden(run, rng, [LOOKS, SEMAPHORE], CONNECTIONS + PROMISES, backwards=HANDS_OVER)


async def check_hidden(run, rng, right, flaws, backwards=None):
    """Among pools with these flaws there are right ones, and one for which the last test comes first."""
    pools = [*right, *(HIDDEN[flaw] for flaw in flaws), *([backwards] if backwards else [])]
    rng.shuffle(pools)
    reversed_for = [f"pool {pools.index(backwards) + 1}"] if backwards else []
    trace = await suite(run, pools, RIGHT, backwards=reversed_for)
    check_right(trace, RIGHT)
    check_caught(trace, HIDDEN, *flaws)
