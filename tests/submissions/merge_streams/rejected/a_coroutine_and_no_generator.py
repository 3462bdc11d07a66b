"""Gives a list in the end: without a yield it is a coroutine.

verdict: error
diagnosis: only a yield in its body makes an async def an asynchronous generator
"""


async def merge(*sources):
    items = []
    for source in sources:
        async for item in source:
            items.append(item)
    return items
