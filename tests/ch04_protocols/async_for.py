"""Scenarios of async_for: orders come in, and somebody delivers them."""

import asyncio
import inspect

MORE = 3  # how often dispatch_orders is asked after the last order that is due


async def dispatching(exercise, record, n, interval=None, pause=0):
    """Takes the orders of dispatch_orders one by one, and goes on asking when they have ended.

    Between making the iterator and asking, and between an order and asking for the next, `pause` seconds pass.
    """
    given = (n,) if interval is None else (n, interval)

    async def orders(*given):
        await _take(record, "dispatch_orders", exercise.dispatch_orders(*given), n + MORE, pause)

    orders.__qualname__ = "async for order in dispatch_orders"
    await record.call(orders, *given)


async def two_at_a_time(exercise, record, n, intervals):
    """Takes the orders of two iterators, made by two calls, at the same time."""

    async def both(n, intervals):
        iterators = [exercise.dispatch_orders(n, interval) for interval in intervals]
        takers = [
            record.background(_take(record, who, iterator, n + MORE, 0))
            for who, iterator in zip(("first", "second"), iterators, strict=True)
        ]
        await asyncio.gather(*takers)

    both.__qualname__ = "two times dispatch_orders"
    await record.call(both, n, intervals)


async def _take(record, who, iterable, most, pause):
    kind = type(iterable)
    if not hasattr(kind, "__aiter__"):
        record.event("without __aiter__", who, type=kind.__name__)
    iterator = iterable.__aiter__()
    if not hasattr(type(iterator), "__anext__"):
        record.event("without __anext__", who, type=type(iterator).__name__)
    for _ in range(most):
        await asyncio.sleep(pause)
        try:
            step = iterator.__anext__()
            if not inspect.isawaitable(step):
                record.event("nothing to await", who, type=type(step).__name__)
            order = await step
        except StopAsyncIteration:
            record.event("the end", who)
        else:
            record.event("dispatched", who, order=order)


async def delivering(exercise, record, gaps, takes, numbers=None, source="generator", cancel_at=()):
    """Orders come after `gaps`, each so many seconds after it was asked for; to deliver them takes `takes` seconds.

    The orders are numbered 0, 1, 2, ... or as `numbers` says. `source`: what kind of object the orders come from.
    """
    await _deliver(exercise, record, gaps, takes, numbers, source=source, cancel_at=cancel_at)


async def two_calls(exercise, record, gaps, takes):
    """The same orders for two calls at the same time; `takes`: seconds for each delivery of the one, of the other."""

    async def come():
        for number, gap in enumerate(gaps):
            await asyncio.sleep(gap)
            yield number

    async def call(seconds):
        async def deliver(order):
            await asyncio.sleep(seconds)

        await record.call(exercise.dispatch_and_deliver, come(), deliver)

    await asyncio.gather(*map(call, takes))


async def failing(exercise, record, gaps, takes, failing=(), orders_fail=False):
    """The same, and the deliveries of these orders fail when they should be over; or the orders fail at their end."""
    await _deliver(exercise, record, gaps, takes, failing=failing, orders_fail=orders_fail)


async def whole_program(exercise, record, n, interval, takes):
    """Both functions of the answer together, beside a task of somebody else; orders that do not end are cut off."""

    async def at_most(most):
        async for order in exercise.dispatch_orders(n, interval):
            yield order
            most -= 1
            if most == 0:
                return

    async def deliver(order):
        with record.span(f"delivery {order}"):
            await asyncio.sleep(takes)

    bystander = record.background(asyncio.sleep(n * interval + takes + 2))
    await record.call(exercise.dispatch_and_deliver, at_most(n + MORE), deliver)
    bystander.cancel()


async def _deliver(
    exercise,
    record,
    gaps,
    takes,
    numbers=None,
    source="generator",
    cancel_at=(),
    failing=(),
    orders_fail=False,
):
    numbers = list(range(len(gaps))) if numbers is None else numbers
    durations = dict(zip(numbers, takes, strict=True))

    async def come():
        for gap, number in zip(gaps, numbers, strict=True):
            await asyncio.sleep(gap)
            record.event("order comes", "orders", order=number)
            yield number
        if orders_fail:
            error = ConnectionError("the order book is lost")
            record.name(error, "the error of the orders")
            raise error
        record.event("orders end", "orders")

    async def deliver(order):
        with record.span(f"delivery {order}", order=order):
            await asyncio.sleep(durations.get(order, 0))
            if order in failing:
                error = OSError(f"order {order} fell off the bike")
                record.name(error, f"the error of delivery {order}")
                raise error

    orders = {"generator": come, "iterable": lambda: Iterable(come), "iterator": lambda: Iterator(come())}[
        source
    ]()
    await record.call(exercise.dispatch_and_deliver, orders, deliver, cancel_at=cancel_at)


class Iterable:
    """Has `__aiter__`, which makes an iterator; is none itself."""

    def __init__(self, iterators):
        self._iterators = iterators

    def __aiter__(self):
        return self._iterators()


class Iterator:
    """Has `__aiter__` and `__anext__` and nothing else that a generator has."""

    def __init__(self, generator):
        self._generator = generator

    def __aiter__(self):
        return self

    async def __anext__(self):
        return await anext(self._generator)
