"""Runs the work as a task, and asks the task for its exception instead of catching it."""

import asyncio


def leaves(e):
    return [x for m in e.exceptions for x in leaves(m)] if isinstance(e, ExceptionGroup) else [e]


async def triage(work, on_value_errors):
    task = asyncio.ensure_future(work())
    try:
        await asyncio.wait([task])
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.wait([task])
        raise
    e = task.exception()
    if e is None:
        return task.result()
    if isinstance(e, ExceptionGroup):
        v, rest = e.split(ValueError)
        if v:
            on_value_errors(leaves(v))
        if rest:
            raise rest
    elif isinstance(e, ValueError):
        on_value_errors([e])
    else:
        raise e
