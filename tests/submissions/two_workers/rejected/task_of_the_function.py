"""Hands create_task the function and its arguments, as a thread would take them.

verdict: error
diagnosis: a task was to be made of the function
"""

import asyncio


async def main(worker):
    milk = asyncio.create_task(worker)
    bread = asyncio.create_task(worker)
    await milk
    await bread
