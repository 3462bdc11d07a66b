"""An awaitable that yields a number of its own.

verdict: error
diagnosis: an `__await__` may only yield None
"""

class Turn:
    def __await__(self):
        yield 1


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await Turn()


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await Turn()
    return result
