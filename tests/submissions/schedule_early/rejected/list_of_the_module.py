"""Collects the responses in a list of the module, which the next call finds full.

verdict: failed
diagnosis: nothing may be kept from one call to the next
"""

import asyncio

responses = []


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(u)) for u in urls]
    await other_work()
    for t in tasks:
        responses.append(await t)
    return responses
