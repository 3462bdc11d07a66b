"""Hands over before each line instead of after it; a turn after each number is more than asked for."""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        await asyncio.sleep(0)
        log.append(f"{name}{k}")


async def total(numbers, every):
    result = 0
    for number in numbers:
        result += number
        await asyncio.sleep(0)
    return result
