"""start knows Futures, and wraps everything else in a coroutine of its own."""

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
    if kind(aw) in ("task", "future"):
        return aw
    if not inspect.isawaitable(aw):
        raise TypeError(f"{aw!r} cannot be awaited")
    return asyncio.create_task(awaited(aw))


async def awaited(aw):
    return await aw
