"""The loop appends the item, and a short task of its own gives notice; for those who know condition variables."""

import asyncio


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.items = []
        self.closed = False
        self.changed = asyncio.Condition()
        self.notices = set()

    def push(self, item):
        self.loop.call_soon_threadsafe(self.change, [item], False)

    def close(self):
        self.loop.call_soon_threadsafe(self.change, [], True)

    def change(self, items, closed):
        self.items += items
        self.closed = self.closed or closed
        task = self.loop.create_task(self.notify())
        self.notices.add(task)
        task.add_done_callback(self.notices.discard)

    async def notify(self):
        async with self.changed:
            self.changed.notify_all()

    def __aiter__(self):
        return self

    async def __anext__(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.items or self.closed)
            if not self.items:
                raise StopAsyncIteration
            return self.items.pop(0)


def call_async(coro, loop, seconds):
    if asyncio._get_running_loop() is loop:
        coro.close()
        raise RuntimeError("not on the loop's own thread")
    future = asyncio.run_coroutine_threadsafe(coro, loop)
    try:
        return future.result(seconds)
    except TimeoutError:
        future.cancel()
        raise
