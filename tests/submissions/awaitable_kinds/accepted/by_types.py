"""kind asks for types and for the flag of generator-based coroutines."""

import asyncio
from collections.abc import Awaitable
from inspect import CO_COROUTINE, CO_ITERABLE_COROUTINE
from types import CoroutineType, FunctionType, GeneratorType, MethodType


def kind(obj):
    match obj:
        case asyncio.Task():
            return "task"
        case asyncio.Future():
            return "future"
        case CoroutineType():
            return "coroutine"
        case GeneratorType() if obj.gi_code.co_flags & CO_ITERABLE_COROUTINE:
            return "awaitable"
        case Awaitable():
            return "awaitable"
        case FunctionType() | MethodType() if obj.__code__.co_flags & CO_COROUTINE:
            return "coroutine function"
    return "not awaitable"


def start(aw):
    match kind(aw):
        case "task" | "future":
            return aw
        case "coroutine":
            return asyncio.get_running_loop().create_task(aw)
        case "awaitable":
            return asyncio.get_running_loop().create_task(wait_for_it(aw))
    raise TypeError("this is not awaitable")


async def wait_for_it(aw):
    return await aw
