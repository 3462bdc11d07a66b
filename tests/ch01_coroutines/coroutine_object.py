"""Scenarios of coroutine_object: orders are written down, and served later."""

import asyncio
import builtins
from collections.abc import Coroutine

HALFWAY = 0.5


def before_the_loop(exercise, record, function, order):
    """brew or take_order is called while no loop runs; then a loop comes, and what it gave is awaited."""
    log = []
    made = record.call_plain(getattr(exercise, function), order, log)
    record.event("called", log=list(log), gave=_kind(made))
    if isinstance(made, Coroutine):
        asyncio.run(_await_it(record, made, log))


async def _await_it(record, work, log):
    with record.span("await"):
        value = await work
    record.event("awaited", value=value, log=log)


async def kitchen(exercise, record, order):
    """brew is awaited at once, and somebody looks at the log on the way."""
    log = []

    async def look():
        await asyncio.sleep(HALFWAY)
        record.event("halfway", log=list(log))

    looking = record.background(look())
    await record.call(exercise.brew, order, log)
    record.event("done", log=list(log))
    looking.cancel()


def evening(exercise, record, orders, served):
    """All orders are taken before the café opens; they lie there, and are served as `served` says."""
    log = []
    works = [record.call_plain(exercise.take_order, order, log) for order in orders]
    if all(isinstance(work, Coroutine) for work in works):
        asyncio.run(_serve_all(exercise, record, [(orders[at], works[at]) for at in served], log))


async def _serve_all(exercise, record, works, log):
    await asyncio.sleep(HALFWAY)
    record.event("waited", log=list(log))
    for order, work in works:
        value = await record.call(exercise.serve, work)
        record.event("served", order, value=value, log=list(log))


def rush_hour(exercise, record, orders, cancel_at=()):
    """The same, but all of them are served at the same time; `cancel_at`: then each serve is cancelled."""
    log = []
    works = {order: record.call_plain(exercise.take_order, order, log) for order in orders}
    if all(isinstance(work, Coroutine) for work in works.values()):
        asyncio.run(_serve_at_once(exercise, record, works, log, cancel_at))


async def _serve_at_once(exercise, record, works, log, cancel_at):
    async def waiter(order, work):
        value = await record.call(exercise.serve, work, cancel_at=cancel_at)
        record.event("served", order, value=value)

    waiters = [waiter(order, work) for order, work in works.items()]
    await asyncio.gather(*map(record.background, waiters))
    record.event("done", log=sorted(log))


async def washing_up(exercise, record, duration, result=None, error=None, cancel_at=()):
    """serve gets work that has nothing to do with brew: it waits for a machine, which knows this loop only."""
    failure = None if error is None else getattr(builtins, error)("a cup broke")
    if failure is not None:
        record.name(failure, "the error of the work")

    ready = asyncio.get_running_loop().create_future()

    async def machine():
        await asyncio.sleep(duration)
        if not ready.done():
            ready.set_result("clean")

    record.background(machine())

    async def wash():
        with record.span("the work"):
            await ready
            if failure is not None:
                raise failure
            return result

    await record.call(exercise.serve, wash(), cancel_at=cancel_at)


def _kind(thing):
    if isinstance(thing, Coroutine):
        return "a coroutine object"
    if thing is None:
        return "None"
    return f"an object of type {type(thing).__name__}"
