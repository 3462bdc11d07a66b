"""Scenarios of awaitable_kinds: things of every kind are looked at, and awaitables of every kind are started."""

import asyncio
import concurrent.futures
import inspect
import types


async def look(exercise, record, thing):
    """kind is asked what a thing is; then the loop turns, in case that something was started."""
    zoo = Zoo(record)
    made = zoo.make(thing)
    before = _condition(made)
    record.event("kind", thing, kind=record.call_plain(exercise.kind, made))
    for _ in range(5):
        await asyncio.sleep(0)
    record.event("afterwards", before=before, after=_condition(made))
    await zoo.close()


def _condition(thing):
    """How far its work has come, as the thing itself tells."""
    if isinstance(thing, asyncio.Future):
        return ["cancelled" if thing.cancelled() else "done" if thing.done() else "pending"]
    if inspect.iscoroutine(thing):
        return [inspect.getcoroutinestate(thing)]
    if inspect.isgenerator(thing):
        return [inspect.getgeneratorstate(thing)]
    return []


class Zoo:
    """Things of every kind, which are disposed of at the end. None of their work may begin."""

    def __init__(self, record):
        self.record = record
        self.made = []

    def make(self, name):
        thing = getattr(self, name.replace(" ", "_").replace("'s", ""))()
        self.made.append(thing)
        return thing

    async def close(self):
        futures = [thing for thing in self.made if isinstance(thing, asyncio.Future)]
        for future in futures:
            future.cancel()
        await asyncio.gather(*futures, return_exceptions=True)
        for thing in self.made:
            if hasattr(thing, "close"):
                thing.close()

    async def work(self):
        with self.record.span("the work"):
            await asyncio.sleep(0)

    def async_function(self):
        async def brew():
            await self.work()

        return brew

    def async_method(self):
        return self.work

    def coroutine_object(self):
        return self.work()

    def task(self):
        return self.record.background(asyncio.Event().wait(), "a task")

    def task_of_another_class(self):
        return Errand(asyncio.Event().wait(), loop=asyncio.get_running_loop())

    def future(self):
        return asyncio.get_running_loop().create_future()

    def finished_future(self):
        future = asyncio.get_running_loop().create_future()
        future.set_result("tea")
        return future

    def future_of_gather(self):
        return asyncio.gather(self.future())

    def object_with_await(self):
        return Ticket(self.work)

    def empty_object_that_inherits_await(self):
        return Booklet(self.work)

    def object_with_a_mere_attribute(self):
        thing = types.SimpleNamespace()
        thing.__await__ = Ticket(self.work).__await__
        return thing

    def generator_based_coroutine(self):
        return old_style(self.work)

    def plain_function(self):
        return lambda: self.record.event("a plain function was called")

    def function_that_gives_a_coroutine(self):
        def brew():
            return self.work()

        return brew

    def generator_based_function(self):
        return old_style

    def number(self):
        return 5

    def nothing(self):
        return None

    def plain_generator(self):
        return (number for number in range(3))

    def async_generator(self):
        return self.async_generator_function()()

    def async_generator_function(self):
        async def orders():
            yield "tea"

        return orders

    def class_with_await(self):
        return Ticket

    def future_of_a_thread(self):
        return concurrent.futures.Future()

    def list_of_awaitables(self):
        return [self.future()]


class Ticket:
    """An awaitable of the user's own."""

    def __init__(self, work, called=lambda: None):
        self.work = work
        self.called = called

    def __await__(self):
        self.called()
        return self.work().__await__()


class Booklet(Ticket):
    """One that has its `__await__` from another class, and is empty."""

    def __len__(self):
        return 0


class Errand(asyncio.Task):
    """A task of the user's own."""


@types.coroutine
def old_style(work):
    """A generator-based coroutine function."""
    return (yield from work().__await__())


async def begin(exercise, record, what, duration, result=None, error=None, cancel_after=None):
    """start gets an awaitable that takes `duration`; nobody awaits what it gives back, and later somebody looks."""
    failure = (
        None if error is None else asyncio.CancelledError() if error == "cancelled" else ValueError(error)
    )
    if failure is not None:
        record.name(failure, "the error of the work")

    async def work():
        with record.span("the work"):
            await asyncio.sleep(duration)
            if failure is not None:
                raise failure
            return result

    awaitable = _awaitable(record, what, work)
    given = record.call_plain(exercise.start, awaitable)
    is_future = isinstance(given, asyncio.Future)
    begun = bool(record.spans or record.events)
    record.event("given", same=given is awaitable, future=is_future, begun=begun)
    if cancel_after is not None and is_future:
        await asyncio.sleep(cancel_after)
        given.cancel()
    await asyncio.sleep(duration + 0.5)
    if is_future:
        record.event("later", **_state(given))


def _awaitable(record, what, work):
    if what == "coroutine":
        return work()
    if what == "task":
        return record.background(work(), "a task")
    if what == "future":
        future = asyncio.get_running_loop().create_future()
        record.background(_fill(future, work), "a friend")
        return future
    if what == "object":
        return Ticket(work, lambda: record.event("__await__ was called"))
    return old_style(work)


async def _fill(future, work):
    try:
        result = await work()
    except Exception as error:
        if not future.done():
            future.set_exception(error)
    else:
        if not future.done():
            future.set_result(result)


def _state(future):
    if not future.done():
        return {"state": "pending"}
    if future.cancelled():
        return {"state": "cancelled"}
    if future.exception() is not None:
        return {"state": "failed", "error": future.exception()}
    return {"state": "done", "result": future.result()}


async def begin_many(exercise, record, durations):
    """Several coroutines are started, one after the other, and later somebody looks."""

    async def work(name, duration):
        with record.span(name):
            await asyncio.sleep(duration)
            return name

    given = [record.call_plain(exercise.start, work(name, duration)) for name, duration in durations.items()]
    await asyncio.sleep(sum(durations.values()) + 0.5)
    states = [_state(future) if isinstance(future, asyncio.Future) else {} for future in given]
    record.event("results", results=[state.get("result") for state in states])


async def begin_finished(exercise, record, result):
    """start gets a Future that is done."""
    future = asyncio.get_running_loop().create_future()
    future.set_result(result)
    given = record.call_plain(exercise.start, future)
    record.event("given", same=given is future)
    await asyncio.sleep(0.5)


async def refuse(exercise, record, thing):
    """start gets something that cannot be awaited."""
    zoo = Zoo(record)
    given = record.call_plain(exercise.start, zoo.make(thing))
    if isinstance(given, asyncio.Future):
        await asyncio.wait({given}, timeout=0.5)
        record.event("later", **_state(given))
    await zoo.close()
