"""Believes that a CancelledError is nothing to speak of if it is not this very task that was cancelled.

verdict: failed
diagnosis: the work ended in CancelledError, but something else came out of triage
"""

import asyncio


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]


async def handle(work, on_value_errors):
    try:
        return await work()
    except* ValueError as group:
        on_value_errors(leaves(group))


async def triage(work, on_value_errors):
    try:
        return await handle(work, on_value_errors)
    except asyncio.CancelledError:
        if asyncio.current_task().cancelling():
            raise
        return None
