"""Believes that `async def` alone makes a function give way.

verdict: failed
diagnosis: nobody else got a turn
"""

async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")


async def total(numbers, every):
    return sum(numbers)
