"""Lets the error come when the work is begun.

verdict: failed
diagnosis: raised nothing, although that is not awaitable
"""

import asyncio
import inspect


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
    return asyncio.create_task(awaited(aw))


async def awaited(aw):
    return await aw
