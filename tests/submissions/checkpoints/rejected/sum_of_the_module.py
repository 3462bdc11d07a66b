"""Adds up in a variable of the module, which every total begins anew.

verdict: failed
diagnosis: nothing may be shared by two calls
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


s = 0


async def total(numbers, every):
    global s
    s = 0
    for k, x in enumerate(numbers, 1):
        s += x
        if k % every == 0:
            await asyncio.sleep(0)
    return s
