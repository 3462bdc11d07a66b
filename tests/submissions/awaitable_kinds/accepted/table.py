"""kind goes through a table of questions, the narrowest first."""

import asyncio
import inspect


KINDS = {
    "coroutine function": inspect.iscoroutinefunction,
    "coroutine": inspect.iscoroutine,
    "task": lambda obj: isinstance(obj, asyncio.Task),
    "future": asyncio.isfuture,
    "awaitable": inspect.isawaitable,
}


def kind(obj):
    return next((name for name, fits in KINDS.items() if fits(obj)), "not awaitable")


def start(aw):
    if not inspect.isawaitable(aw):
        raise TypeError("this cannot be awaited")
    return asyncio.ensure_future(aw)
