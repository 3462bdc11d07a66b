"""Builds the groups of the rest anew, and gives them messages of its own.

verdict: failed
diagnosis: the rest came out in groups with other messages
"""

import asyncio


def prune(e):
    if isinstance(e, ExceptionGroup):
        ms = [p for m in e.exceptions if (p := prune(m)) is not None]
        return ExceptionGroup("the rest", ms) if ms else None
    return None if isinstance(e, ValueError) else e


def leaves(e):
    if isinstance(e, ExceptionGroup):
        for m in e.exceptions:
            yield from leaves(m)
    elif isinstance(e, ValueError):
        yield e


async def triage(work, on_value_errors):
    try:
        return await work()
    except ValueError as e:
        on_value_errors([e])
    except ExceptionGroup as eg:
        vs = list(leaves(eg))
        if not vs:
            raise
        on_value_errors(vs)
        rest = prune(eg)
        if rest:
            raise rest
