"""Awaits a future that is done already.

verdict: failed
diagnosis: an `await` hands over only if what it awaits has to wait
"""

import asyncio


async def countdown(name, n, log):
    done = asyncio.get_running_loop().create_future()
    done.set_result(None)
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await done


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
