"""Runs the first step of the work itself.

verdict: failed
diagnosis: the work had begun already when start returned
"""

import asyncio
import inspect
import types


def kind(obj):
    if inspect.iscoroutinefunction(obj):
        return "coroutine function"
    if inspect.iscoroutine(obj):
        return "coroutine"
    if isinstance(obj, asyncio.Task):
        return "task"
    if isinstance(obj, asyncio.Future):
        return "future"
    if inspect.isawaitable(obj):
        return "awaitable"
    return "not awaitable"


def start(aw):
    if asyncio.isfuture(aw):
        return aw
    if inspect.iscoroutine(aw):
        return asyncio.create_task(goes_on(rest(aw, aw.send(None))))
    return asyncio.ensure_future(aw)


async def goes_on(aw):
    return await aw


@types.coroutine
def rest(coroutine, waits_for):
    waits_for._asyncio_future_blocking = True
    yield waits_for
    while True:
        try:
            waits_for = coroutine.send(None)
        except StopIteration as end:
            return end.value
        yield waits_for
