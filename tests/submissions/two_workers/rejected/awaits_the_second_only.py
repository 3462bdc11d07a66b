"""Calls the first worker without await to start it, and awaits the second.

verdict: leaked
diagnosis: only made a coroutine object
"""

async def main(worker):
    worker(1, "order milk")
    await worker(2, "order bread")
