"""kind matches classes; start is a task around any awaitable."""

import asyncio, types, inspect
def kind(obj):
    match obj:
        case asyncio.Task(): return "task"
        case asyncio.Future(): return "future"
        case types.CoroutineType(): return "coroutine"
        case types.FunctionType() | types.MethodType() if inspect.iscoroutinefunction(obj): return "coroutine function"
        case types.GeneratorType() if obj.gi_code.co_flags & 0x100: return "awaitable"
        case _: return "awaitable" if hasattr(type(obj), "__await__") else "not awaitable"
def start(aw):
    if not inspect.isawaitable(aw): raise TypeError("this cannot be awaited")
    return asyncio.ensure_future(aw)
