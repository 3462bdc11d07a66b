"""Calls `__await__` in start, and leaves only what that gives to the event loop.

verdict: failed
diagnosis: the work had begun already when start returned
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


class Begun:
    def __init__(self, steps):
        self.steps = steps

    def __await__(self):
        return self.steps


def start(aw):
    if isinstance(aw, asyncio.Future):
        return aw
    if not inspect.isawaitable(aw):
        raise TypeError("not awaitable")
    if not hasattr(aw, "__await__"):
        return asyncio.ensure_future(aw)

    async def run(steps):
        return await Begun(steps)

    return asyncio.create_task(run(aw.__await__()))
