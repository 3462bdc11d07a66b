"""A generator-based coroutine with a bare yield."""

import types


@types.coroutine
def turn():
    yield


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await turn()


async def total(numbers, every):
    result, left = 0, every
    for number in numbers:
        result += number
        left -= 1
        if not left:
            await turn()
            left = every
    return result
