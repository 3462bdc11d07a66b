"""Asks the object for `__await__`, where `await` asks its class.

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
    if inspect.isclass(aw) or not (hasattr(aw, "__await__") or inspect.isawaitable(aw)):
        raise TypeError("not awaitable")
    if isinstance(aw, asyncio.Future):
        return aw

    async def run():
        return await aw

    return asyncio.create_task(run())
