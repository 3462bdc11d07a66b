"""Scenarios of context_vars: requests that are handled, and functions that run later and elsewhere.

Every event "saw" holds the request_id that somebody saw at that moment, and the value of a variable of the tests' own.
"""

import asyncio
import threading
import time
from contextvars import ContextVar

tenant = ContextVar("tenant", default="nobody")


def saw(exercise, record, who, **data):
    record.event("saw", who, id=exercise.request_id.get(), tenant=tenant.get(), **data)


async def crowd(exercise, record, requests, before=False):
    """Each of `requests`, [seconds before it, id, pauses], is handled in a task of its own. `before`: which has an
    id of its own, too."""

    async def customer(begin, rid, pauses):
        await asyncio.sleep(begin)

        async def work():
            for pause in pauses:
                saw(exercise, record, rid)
                await asyncio.sleep(pause)
            saw(exercise, record, rid)
            return f"served {rid}"

        if before:
            exercise.request_id.set(f"before {rid}")
        with record.span(rid):
            record.event("served", rid, value=await exercise.handle(rid, work))
        saw(exercise, record, f"after {rid}")

    async def customers():
        await asyncio.gather(*(customer(*request) for request in requests))
        saw(exercise, record, "afterwards")

    await record.call(customers)


async def one_after_the_other(exercise, record, requests):
    """One task awaits handle for each of `requests`, [id, how work ends]: "well", "error", "group" for an
    ExceptionGroup, "cancelled" when nobody but work itself has seen to that, or "sets" when it has set request_id
    itself and ended well."""

    async def server():
        tenant.set("somebody")
        for rid, ending in requests:

            async def work(rid=rid, ending=ending):
                await asyncio.sleep(0.1)
                saw(exercise, record, rid)
                if ending == "sets":
                    exercise.request_id.set("of its own")
                elif ending == "cancelled":
                    task = asyncio.create_task(asyncio.sleep(1))
                    task.cancel()
                    await task
                elif ending != "well":
                    error = ValueError(f"{rid} is spoilt")
                    if ending == "group":
                        error = ExceptionGroup(f"{rid} has a group of errors", [error])
                    record.name(error, f"the error of {rid}")
                    raise error

            try:
                await exercise.handle(rid, work)
                record.event("ended well", rid)
            except asyncio.CancelledError:
                record.event("cancelled", rid)
            except Exception as error:
                record.event("raised", rid, error=error)
            saw(exercise, record, f"after {rid}")

    await record.call(server)


async def nested(exercise, record, fails=False):
    """A request inside a request."""

    async def inner():
        saw(exercise, record, "inner")
        await asyncio.sleep(0.3)
        saw(exercise, record, "inner")
        if fails:
            raise ValueError("inner")

    async def outer():
        saw(exercise, record, "outer")
        try:
            await exercise.handle("inner", inner)
        except Exception:
            record.event("raised", "inner")
        saw(exercise, record, "outer")
        await asyncio.sleep(0.1)
        saw(exercise, record, "outer")

    async def server():
        await exercise.handle("outer", outer)
        saw(exercise, record, "afterwards")

    await record.call(server)


async def family(exercise, record, rid):
    """Work that starts tasks, callbacks and a thread; one task sets an id of its own, one outlives the request."""
    loop = asyncio.get_running_loop()

    async def child(who, seconds):
        saw(exercise, record, who)
        await asyncio.sleep(seconds)
        saw(exercise, record, who)

    async def rebel():
        exercise.request_id.set("the rebel's own")
        await asyncio.sleep(0.1)

    async def parent():
        await asyncio.gather(child("a grandchild", 0.1), rebel())
        saw(exercise, record, "a child with children")

    async def work():
        started.append(record.background(child("a task that outlives the request", 1.5), "outlives"))
        loop.call_later(0.2, saw, exercise, record, "a callback")
        async with asyncio.TaskGroup() as group:
            group.create_task(child("a child", 0.3))
            group.create_task(parent())
        await asyncio.to_thread(saw, exercise, record, "a thread")
        saw(exercise, record, "work")

    async def server():
        await exercise.handle(rid, work)
        saw(exercise, record, "afterwards")

    started = []
    await record.call(server)
    if started:
        await asyncio.wait(started)


async def broken_off(exercise, record, cleanup=None, cancel_at=()):
    """A request that is cancelled while its work goes on. `cleanup`: how many seconds work needs to end."""

    async def work():
        with record.span("work"):
            try:
                await asyncio.sleep(2)
            finally:
                if cleanup is not None:
                    await asyncio.sleep(cleanup)
                    saw(exercise, record, "work")

    async def server():
        try:
            await exercise.handle("broken off", work)
        finally:
            saw(exercise, record, "afterwards")

    await record.call(server, cancel_at=cancel_at)


async def bound(exercise, record, rid, times=1, again=None):
    """A function is bound where request_id is `rid` (None: where it was never set), and then called in other places.
    `again`: another id, under which the same function is bound once more."""
    loop = asyncio.get_running_loop()

    def func(who, *, excited=False):
        saw(exercise, record, who)
        return f"{who}{'!' if excited else ''}"

    def call(later, who):
        record.event("returned", who, value=plain(record, who, later(who, excited=True)))

    async def binder(rid):
        if rid is not None:
            exercise.request_id.set(rid)
        tenant.set("the binder's")
        later = exercise.bind(func)
        exercise.request_id.set("after bind")
        tenant.set("after bind")
        return later

    async def other(later, who):
        exercise.request_id.set("the caller's")
        tenant.set("the caller's")
        for _ in range(times):
            call(later, who)
            saw(exercise, record, "the caller")

    async def everybody():
        later = await asyncio.create_task(binder(rid))
        if again is not None:
            call(await asyncio.create_task(binder(again)), "bound again")
        loop.call_later(0.4, call, later, "a callback")
        await asyncio.create_task(other(later, "another task"))
        await loop.run_in_executor(None, call, later, "another thread")
        await asyncio.sleep(0.5)
        call(later, "last of all")

    await record.call(everybody)


def plain(record, who, value):
    """What a bound function gave; a coroutine object, which nobody awaits, is told of and closed."""
    if asyncio.iscoroutine(value):
        record.event("a coroutine", who)
        value.close()
    return value


async def bound_twice_at_once(exercise, record, itself=False):
    """A bound function that is called in two threads at the same time, or by `itself`."""
    loop = asyncio.get_running_loop()

    def func(who):
        saw(exercise, record, who)
        if itself and who == "the first":
            plain(record, who, later("the second"))
        else:
            time.sleep(0.4)
        saw(exercise, record, who)

    def call(who):
        plain(record, who, later(who))

    async def everybody():
        nonlocal later
        exercise.request_id.set("mine")
        later = exercise.bind(func)
        calls = ["the first"] if itself else ["the first", "the second"]
        await asyncio.gather(*(loop.run_in_executor(None, call, who) for who in calls))

    later = None
    await record.call(everybody)


async def bound_and_busy(exercise, record, error=False):
    """A bound function that sets variables, or raises."""

    def func():
        saw(exercise, record, "func")
        exercise.request_id.set("func's own")
        tenant.set("func's own")
        if error:
            failure = ValueError("no luck")
            record.name(failure, "the error of func")
            raise failure
        return None

    async def everybody():
        exercise.request_id.set("mine")
        tenant.set("mine")
        later = exercise.bind(func)
        for _ in range(2):
            try:
                record.event("returned", value=plain(record, "func", later()))
            except ValueError as failure:
                record.event("raised", error=failure)
            saw(exercise, record, "the caller")

    await record.call(everybody)


async def threads(exercise, record, requests, seconds=0.5, error=False, last=None):
    """Several tasks call a function in a thread, each with a request_id of its own; it works for `seconds` there.
    `last` is called after them, where no variable is set."""
    main = threading.get_ident()

    def func(rid, *more):
        here = threading.get_ident() == main
        saw(exercise, record, rid, on_the_loop=here)
        time.sleep(seconds)
        saw(exercise, record, rid, on_the_loop=here)
        exercise.request_id.set("func's own")
        if error:
            failure = ValueError("no luck")
            record.name(failure, "the error of func")
            raise failure
        return f"{rid}: {len(more)} more"

    async def customer(rid):
        exercise.request_id.set(rid)
        tenant.set(f"the tenant of {rid}")
        with record.span(rid):
            try:
                record.event("returned", rid, value=await exercise.in_thread(func, rid, None, "more"))
            except ValueError as failure:
                record.event("raised", rid, error=failure)
        saw(exercise, record, "the caller", mine=rid)

    async def customers():
        await asyncio.gather(*(customer(rid) for rid in requests))
        if last is not None:
            await exercise.in_thread(func, last)

    await record.call(customers)
