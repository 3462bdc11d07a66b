"""Collects the errors in a set, which has no order.

verdict: failed
diagnosis: on_value_errors wants a list of ValueErrors
"""

import asyncio


def leaves(e):
    return {x for m in e.exceptions for x in leaves(m)} if isinstance(e, ExceptionGroup) else {e}


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as eg:
        on_value_errors(leaves(eg))
