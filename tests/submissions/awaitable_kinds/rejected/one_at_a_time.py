"""Believes that started work must queue up.

verdict: failed
diagnosis: started work must not wait for other work
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


turn = asyncio.Lock()


def start(aw):
    if asyncio.isfuture(aw):
        return aw
    if not inspect.isawaitable(aw):
        raise TypeError("not awaitable")

    async def in_turn():
        async with turn:
            return await aw

    return asyncio.create_task(in_turn())
