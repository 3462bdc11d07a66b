"""Gathers the first fetch and, by recursion, all the others."""

import asyncio


async def settle(fetch, keys):
    if not keys:
        return []

    async def head():
        try:
            return await fetch(keys[0])
        except Exception as e:
            return e

    a, rest = await asyncio.gather(head(), settle(fetch, keys[1:]))
    return [a, *rest]


async def first_error(fetch, keys):
    if not keys:
        return []
    a, rest = await asyncio.gather(fetch(keys[0]), first_error(fetch, keys[1:]))
    return [a, *rest]
