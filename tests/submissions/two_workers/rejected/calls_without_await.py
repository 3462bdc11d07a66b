"""Believes that calling a coroutine function runs it.

verdict: leaked
diagnosis: only made a coroutine object
"""

async def main(worker):
    worker(1, "order milk")
    worker(2, "order bread")
