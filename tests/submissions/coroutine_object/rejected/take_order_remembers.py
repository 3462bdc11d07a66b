"""Believes that the same order is the same work.

verdict: error
diagnosis: a coroutine object runs once
"""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"

import functools
@functools.cache
def _make(order, ident): ...
pending = {}
def take_order(order, log):
    if order not in pending:
        pending[order] = brew(order, log)
    return pending[order]
async def serve(work):
    return await work
