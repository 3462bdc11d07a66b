"""write_the_tests: the learner's tests pass on right pools, and on each broken one at least one of them fails.

A broken pool is a right one with a mistake: some lines of it are replaced. The tests never see which is which: a pool
comes without comment, and under a number.
"""

SECONDS = 3  # for one test
TOGETHER = 10  # for all tests with one pool, as the learner is told
PATIENCE = 12  # seconds that a busy machine may take on top of that

# The one who leaves hands the place over to the first in line.
HANDS_OVER = """
import asyncio
import time
from collections import deque
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self._connect = connect
        self._loop = asyncio.get_running_loop()
        self._free = size
        self._idle = deque()
        self._line = deque()

    @asynccontextmanager
    async def lend(self):
        await self._enter()
        try:
            connection = self._idle.popleft() if self._idle else await self._connect()
            try:
                yield connection
            finally:
                self._idle.append(connection)
        finally:
            self._leave()

    async def _enter(self):
        if self._free:
            self._free -= 1
            return
        turn = self._loop.create_future()
        self._line.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self._leave()
            raise

    def _leave(self):
        while self._line:
            turn = self._line.popleft()
            if not turn.cancelled():
                turn.set_result(None)
                return
        self._free += 1
"""

# Everybody looks for themselves whether it is their turn.
LOOKS = """
import asyncio


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.size = size
        self.busy = 0
        self.idle = []
        self.line = []

    def lend(self):
        return Loan(self)

    def look(self):
        if self.line:
            self.line[0].set()


class Loan:
    def __init__(self, pool):
        self.pool = pool

    async def __aenter__(self):
        pool = self.pool
        ticket = asyncio.Event()
        pool.line.append(ticket)
        try:
            while pool.line[0] is not ticket or pool.busy == pool.size:
                ticket.clear()
                await ticket.wait()
            pool.busy += 1
        finally:
            pool.line.remove(ticket)
            pool.look()
        try:
            self.connection = pool.idle.pop() if pool.idle else await pool.connect()
        except BaseException:
            pool.busy -= 1
            pool.look()
            raise
        return self.connection

    async def __aexit__(self, *error):
        pool = self.pool
        pool.idle.append(self.connection)
        pool.busy -= 1
        pool.look()
"""


def instead(source, *replaced):
    """The source with other lines in place of these."""
    for old, new in replaced:
        assert source.count(old) == 1, f"{source.count(old)} times in the source: {old}"
        source = source.replace(old, new)
    return source


# What each broken pool does, as it goes on after "a pool that".
UNLIMITED = "lends to more than `size` at once"
LAST_COMES_FIRST = "serves the last in line first"
MAKES_ALWAYS = "makes a new connection each time, although one is idle"
ONE_CONNECT_AT_A_TIME = "makes one connection at a time, so that a slow connect holds up everybody"
LOSES_AFTER_AN_ERROR = "never takes a connection and its place back when the block raises"
LOSES_AFTER_CONNECT = "loses a place when connect raises"
SERVES_THE_GONE = "hands a place to somebody who was cancelled in line, so that it is lost"
BLOCKS = "blocks the event loop while somebody waits in line"

BROKEN = {
    UNLIMITED: instead(HANDS_OVER, ("if self._free:", "if True:")),
    LAST_COMES_FIRST: instead(HANDS_OVER, ("self._line.popleft()", "self._line.pop()")),
    MAKES_ALWAYS: instead(LOOKS, ("pool.idle.pop() if pool.idle else await", "await")),
    ONE_CONNECT_AT_A_TIME: instead(
        LOOKS,
        ("self.busy = 0", "self.busy, self.lock = 0, asyncio.Lock()"),
        ("try:\n            self.conn", "try:\n          async with pool.lock:\n            self.conn"),
    ),
    LOSES_AFTER_AN_ERROR: instead(
        LOOKS,
        (
            "pool = self.pool\n        pool.idle",
            "pool = self.pool\n        if error[1]: return\n        pool.idle",
        ),
    ),
    LOSES_AFTER_CONNECT: instead(LOOKS, ("except BaseException:", "except asyncio.CancelledError:")),
    SERVES_THE_GONE: instead(
        HANDS_OVER, ("                return\n        self", "            return\n        self")
    ),
    BLOCKS: instead(
        HANDS_OVER,
        (
            "class Pool:",
            "class Pool:\n    naps = 400  # longer than a test may take; but this need not go on for ever",
        ),
        (
            "        if self._free:",
            "        while not self._free:\n"
            "            Pool.naps -= 1\n"
            "            if Pool.naps < 0: raise RuntimeError('nobody can leave')\n"
            "            time.sleep(0.01)\n"
            "        if True:",
        ),
    ),
}

RIGHT = {"the first": HANDS_OVER, "the second": LOOKS}
FIRST = [HANDS_OVER, *list(BROKEN.values())[:4]]
SECOND = [*list(BROKEN.values())[4:], LOOKS]


async def suite(run, pools, right=RIGHT, **how):
    """Everybody's tests with these pools, some of which are right."""
    named = [[f"pool {number}", source] for number, source in enumerate(pools, 1)]
    how["right"] = [name for name, source in named if source in right.values()]
    trace = await run.allow("blocked", "warnings", "leftovers").play(
        "suite", pools=named, seconds=SECONDS, together=TOGETHER, patience=PATIENCE, **how
    )
    check_collected(trace)
    return trace


async def test_right_pools_pass(run):
    for pools in (FIRST, SECOND):
        check_right(await suite(run, pools), RIGHT)


async def test_a_pool_that_lends_too_many_is_caught(run):
    check_caught(await suite(run, FIRST), BROKEN, UNLIMITED)


async def test_a_pool_that_serves_the_last_first_is_caught(run):
    check_caught(await suite(run, FIRST), BROKEN, LAST_COMES_FIRST)


async def test_a_pool_that_makes_too_many_connections_is_caught(run):
    check_caught(await suite(run, FIRST), BROKEN, MAKES_ALWAYS)


async def test_a_pool_that_makes_one_connection_at_a_time_is_caught(run):
    check_caught(await suite(run, FIRST), BROKEN, ONE_CONNECT_AT_A_TIME)


async def test_a_pool_that_loses_places_after_errors_is_caught(run):
    check_caught(await suite(run, SECOND), BROKEN, LOSES_AFTER_AN_ERROR, LOSES_AFTER_CONNECT)


async def test_a_pool_that_serves_the_cancelled_is_caught(run):
    check_caught(await suite(run, SECOND), BROKEN, SERVES_THE_GONE)


async def test_a_pool_that_blocks_the_loop_is_caught(run):
    check_caught(await suite(run, SECOND), BROKEN, BLOCKS)


# Why an answer fails these tests.


def check_collected(trace):
    """There are tests, and pytest could read them."""
    refused = trace.happened("collect")
    assert not refused, (
        f"pytest cannot read your tests: {last_line(refused[0].data['message'])}" if refused else ""
    )
    assert trace.happened("begin"), (
        "pytest found no test: it looks for functions whose names begin with test_"
    )


def last_line(text):
    return text.strip().rpartition("\n")[2].removeprefix("E").strip()


def pools_of(trace, source):
    """The numbers under which this pool was played."""
    return [name for name, played in trace.inputs["pools"] if played == source]


def check_right(trace, right):
    """Each right pool passed all tests, and no test was left out."""
    for source in right.values():
        for pool in pools_of(trace, source):
            problem = refusal(trace, pool)
            bad = [event.data["test"] for event in trace.happened("test", pool) if not passed(event)]
            assert bad == [], problem
            if problem is not None:
                raise AssertionError(problem)


def passed(event):
    return event.data["outcome"] == "passed"


def refusal(trace, pool):
    """Why the tests do not accept a pool, in a sentence."""
    for event in trace.happened("test", pool):
        data = event.data
        if data["outcome"] == "skipped":
            return f"{data['test']} was skipped, or expected to fail: each test must run, and pass with a right pool"
        if data["outcome"] != "passed":
            order = " when the last test came first" if pool in trace.inputs.get("backwards", ()) else ""
            return f"a right pool was refused{order}: {data['test']} failed{line(data)}{why(data)}"
    for what in ("silent", "slow"):
        if trace.happened(what, pool):
            test = trace.happened("begin", pool)[-1].data["test"]
            if what == "silent":
                return f"with a right pool {test} came to no end, and could not be stopped"
            return f"with a right pool your tests were not done after {trace.inputs['together']} s: at {test}"
    if not any(event.data["code"] == 0 for event in trace.happened("over", pool)):
        ended = "pytest" if trace.happened("over", pool) else "their process"
        return f"with a right pool your tests came to no end: something ended {ended}"
    return None


def line(data):
    return "" if data["line"] is None else f" at line {data['line']}"


def why(data):
    """What the failing test said."""
    if "there is no fixture" in data["message"]:
        return f": {data['message']}; the class of the pool comes as an argument called Pool"
    return f": {data['message']}" if data["message"] else ""


def caught(trace, pool):
    """A test failed with this pool, or came to no end, or ended its process."""
    tests = trace.happened("test", pool)
    failed = any(event.data["outcome"] == "failed" for event in tests)
    unfinished = len(trace.happened("begin", pool)) > len(tests)
    return failed or unfinished or bool(trace.happened("slow", pool))


def check_caught(trace, broken, *flaws):
    """At least one test failed with each pool that has one of these flaws."""
    names = {source: name for name, source in trace.inputs["pools"]}
    through = [flaw for flaw in flaws if not caught(trace, names[broken[flaw]])]
    if through:
        pool = names[broken[through[0]]]
        count = len([*filter(passed, trace.happened("test", pool))])
        tests = "your only test" if count == 1 else f"all your {count} tests"
        assert through == [], f"a pool that {through[0]} passed {tests}{unheard(trace, pool)}"


def unheard(trace, pool):
    """What a test did without being told of it, and why it may have passed."""
    unawaited = trace.happened("unawaited", pool)
    if unawaited:
        return (
            f": {unawaited[0].data['test']} made a coroutine object that nobody awaited, so nothing of it ran"
        )
    if trace.happened("lost", pool):
        return ": an assertion failed in a task at which nobody looked, so no test failed"
    return ""
