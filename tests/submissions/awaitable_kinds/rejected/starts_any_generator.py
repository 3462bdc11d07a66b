"""Takes a generator for a coroutine of the old kind, as asyncio.ensure_future of Python 3.11 does.

verdict: failed
diagnosis: `await` takes no plain generator, though asyncio.ensure_future
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
    if isinstance(aw, asyncio.Future):
        return aw
    if not inspect.isawaitable(aw) and not inspect.isgenerator(aw):
        raise TypeError("not awaitable")

    async def run():
        return await aw

    return asyncio.create_task(run())
