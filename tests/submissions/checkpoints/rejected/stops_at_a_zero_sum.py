"""Takes a portion that adds up to nothing for the end.

verdict: failed
diagnosis: total must go on to the last number
"""

import asyncio
from itertools import islice


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    source, result = iter(numbers), 0
    while part := sum(islice(source, every)):
        result += part
        await asyncio.sleep(0)
    return result
