"""Scenarios of async_context_manager: a database whose every step is written down, and managers that open and close."""

import asyncio

STEP = 0.1  # seconds for every step but the rollback
ROLLBACK = 0.5
BODY = 0.4


class Quit(BaseException):
    """An exception that is no Exception, as CancelledError is none."""


ERRORS = {kind.__name__: kind for kind in (ValueError, KeyError, TimeoutError, StopAsyncIteration, Quit)}


class Tx:
    def __init__(self, steps, who):
        self._steps = steps
        self.who = who

    async def begin(self):
        await self._steps.take("begin", self.who)

    async def commit(self):
        await self._steps.take("commit", self.who)

    async def rollback(self):
        await self._steps.take("rollback", self.who, ROLLBACK)


class Database:
    """Gives a Tx for each of `names`, in that order."""

    def __init__(self, steps, names):
        self._steps = steps
        self._names = iter(names)

    async def acquire(self):
        who = next(self._names, "one too many")
        await self._steps.take("acquire", who)
        tx = Tx(self._steps, who)
        self._steps.record.name(tx, f"the Tx {who}".strip())
        return tx

    async def release(self, tx):
        await self._steps.take("release", getattr(tx, "who", ""), tx=tx)


class Steps:
    """Writes down each step; those in `fails` raise when they should be over, those in `slow` take so many seconds."""

    def __init__(self, record, fails=(), slow=None):
        self.record = record
        self._fails = fails
        self._slow = slow or {}

    async def take(self, step, who, seconds=STEP, **data):
        with self.record.span(f"{who} {step}".strip(), **data):
            await asyncio.sleep(self._slow.get(step, seconds))
            if step in self._fails:
                error = ConnectionError(f"{step} failed")
                self.record.name(error, f"the error of {step}")
                raise error


async def one_transaction(exercise, record, raises=None, fails=(), slow=None, cancel_at=(), early=0):
    """One transaction, whose body may raise; the steps in `fails` fail. `early`: made so long before it is entered."""

    async def use(db):
        manager = exercise.transaction(db)
        await asyncio.sleep(early)
        await _use(record, manager, "", raises, (slow or {}).get("body", BODY))

    use.__qualname__ = "async with transaction"
    await record.call(use, Database(Steps(record, fails, slow), [""]), cancel_at=cancel_at)


async def two_transactions(exercise, record, raises):
    """Two transactions on one database at the same time: the body of the first raises, that of the second does not."""

    async def both(db):
        first = record.background(_use(record, exercise.transaction(db), "first", raises))
        await asyncio.sleep(STEP / 4)
        second = record.background(_use(record, exercise.transaction(db), "second", None))
        await asyncio.wait([first, second])
        record.event("ended", "first", error=first.exception())
        record.event("ended", "second", error=second.exception())

    both.__qualname__ = "two transactions"
    await record.call(both, Database(Steps(record), ["first", "second"]))


async def one_in_the_other(exercise, record, raises):
    """Two transactions on one database in one task, whose body may raise."""

    async def use(db):
        async with exercise.transaction(db):
            await _use(record, exercise.transaction(db), "second", raises)

    use.__qualname__ = "async with transaction in async with transaction"
    await record.call(use, Database(Steps(record), ["first", "second"]))


async def _use(record, manager, who, raises, seconds=BODY):
    async with manager as tx:
        with record.span(f"{who} body".strip(), tx=tx):
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError as error:
                record.name(error, "the cancellation of the body")
                raise
            if raises:
                error = ERRORS[raises]("the body went wrong")
                record.name(error, "the error of the body")
                raise error


class Manager:
    """One of many: opening and closing take time and may fail; closing may swallow the error that it is told of."""

    def __init__(self, record, name, gives, fails, swallows, slow):
        self._record = record
        self._name = name
        self._gives = gives
        self._fails = fails
        self._swallows = swallows
        self._slow = slow

    async def __aenter__(self):
        await self._step(f"{self._name} opens")
        return self._gives

    async def __aexit__(self, kind, error, traceback):
        await self._step(
            f"{self._name} closes",
            error=error,
            kind=getattr(kind, "__name__", None),
            traceback=type(traceback).__name__,
        )
        return "swallowed" if error is not None and self._name in self._swallows else None

    async def _step(self, who, **data):
        with self._record.span(who, **data):
            await asyncio.sleep(self._slow.get(who, 0.3))
            if who in self._fails:
                error = OSError(f"not while {who}")
                self._record.name(error, f"the error when {who}")
                raise error


async def many(
    exercise,
    record,
    names,
    raises=None,
    fails=(),
    swallows=(),
    slow=None,
    cancel_at=(),
    early=0,
    give_nothing=(),
):
    """Managers with these names, the same one for the same name. `fails`: "c opens", "b closes".

    `swallows`: names of those that swallow an error.
    `give_nothing`: names of those that give None when they are entered.
    """

    async def use(*managers):
        together = exercise.open_all(*managers)
        await asyncio.sleep(early)
        async with together as values:
            with record.span("body", values=values):
                await asyncio.sleep(slow.get("body", BODY))
                if raises:
                    error = ERRORS[raises]("the body went wrong")
                    record.name(error, "the error of the body")
                    raise error

    use.__qualname__ = "async with open_all"
    slow = slow or {}
    managers = {
        name: Manager(
            record, name, None if name in give_nothing else f"value of {name}", fails, swallows, slow
        )
        for name in names
    }
    await record.call(use, *(managers[name] for name in names), cancel_at=cancel_at)


async def two_at_a_time(exercise, record, bodies):
    """Several open_all at a time; `bodies`: how many seconds the body takes, by the names of its managers."""

    async def use(names, seconds):
        managers = [Manager(record, name, f"value of {name}", (), (), {}) for name in names]
        async with exercise.open_all(*managers):
            await asyncio.sleep(seconds)

    async def all_of_them():
        await asyncio.gather(*(use(names, seconds) for names, seconds in bodies.items()))

    all_of_them.__qualname__ = "async with open_all"
    await record.call(all_of_them)


async def time_runs_out(exercise, record, timeout, body):
    """A manager, and asyncio.timeout as another; the body takes longer than that."""

    async def use(*managers):
        async with exercise.open_all(*managers):
            with record.span("body"):
                await asyncio.sleep(body)

    use.__qualname__ = "async with open_all"
    await record.call(use, Manager(record, "a", "value of a", (), (), {}), asyncio.timeout(timeout))
