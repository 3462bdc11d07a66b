"""kind asks the abstract classes, and the flag of generator-based coroutines."""

import asyncio
import inspect
from collections.abc import Awaitable, Coroutine


def kind(obj):
    if isinstance(obj, asyncio.Task):
        return "task"
    if isinstance(obj, asyncio.Future):
        return "future"
    if isinstance(obj, Coroutine):
        return "coroutine"
    if isinstance(obj, Awaitable):
        return "awaitable"
    if inspect.isgenerator(obj) and obj.gi_code.co_flags & inspect.CO_ITERABLE_COROUTINE:
        return "awaitable"
    if inspect.iscoroutinefunction(obj):
        return "coroutine function"
    return "not awaitable"


def start(aw):
    if isinstance(aw, asyncio.Future):
        return aw
    if kind(aw) not in ("coroutine", "awaitable"):
        raise TypeError("not awaitable")
    return asyncio.create_task(asyncio.wait_for(aw, timeout=None))
