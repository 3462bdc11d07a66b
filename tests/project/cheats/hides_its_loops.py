"""Is right but for an event loop that it leaves open, and shows the recorder another closed one.

exercise: two_workers
verdict: leaked
"""

import asyncio

loop = asyncio.new_event_loop()
loop.is_closed = lambda: True
loop.close = lambda: None


async def main(worker):
    await asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
