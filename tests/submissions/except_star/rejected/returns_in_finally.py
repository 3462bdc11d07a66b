"""Believes that a return in a finally block is only another way to give the value.

verdict: failed
diagnosis: disappeared: only the ValueErrors are handled
"""

import asyncio


def leaves(e):
    return [x for m in e.exceptions for x in leaves(m)] if isinstance(e, ExceptionGroup) else [e]


async def triage(work, on_value_errors):
    r = None
    try:
        r = await work()
    except* ValueError as eg:
        on_value_errors(leaves(eg))
    finally:
        return r
