"""Lets the other work finish before it lets itself be cancelled."""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = asyncio.gather(*map(get_request, urls))
    working = asyncio.create_task(other_work())
    try:
        await asyncio.shield(working)
    except asyncio.CancelledError:
        await working
        raise
    return await responses
