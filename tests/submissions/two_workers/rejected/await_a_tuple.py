"""Awaits a tuple of coroutines, as other languages can await many.

verdict: error
diagnosis: something was awaited that is not awaitable
"""

async def main(worker):
    await (worker(1, "order milk"), worker(2, "order bread"))
