"""Gives None for everything that went wrong, a cancellation included.

verdict: failed
diagnosis: triage was cancelled, but the cancellation did not come out of it as it is
"""

import asyncio


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        on_value_errors(leaves(group))
    except* asyncio.CancelledError:
        pass
    return None
