"""Believes that a list given as a default is made anew for each call.

verdict: failed
diagnosis: the second call reported errors of the first one
"""

import asyncio


def leaves(e, out=[]):
    if isinstance(e, BaseExceptionGroup):
        for m in e.exceptions:
            leaves(m, out)
    else:
        out.append(e)
    return out


async def triage(work, on_value_errors):
    try:
        return await work()
    except* ValueError as eg:
        on_value_errors(leaves(eg))
