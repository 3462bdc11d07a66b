"""A lock of threads around the state, and one future for the one who waits."""

import asyncio
import threading
from collections import deque


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.lock = threading.Lock()
        self.items = deque()
        self.closed = False
        self.waiter = None

    def push(self, item):
        with self.lock:
            self.items.append(item)
        self.loop.call_soon_threadsafe(self.wake)

    def close(self):
        with self.lock:
            self.closed = True
        self.loop.call_soon_threadsafe(self.wake)

    def wake(self):
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)

    def __aiter__(self):
        return self

    async def __anext__(self):
        while True:
            with self.lock:
                if self.items:
                    return self.items.popleft()
                if self.closed:
                    raise StopAsyncIteration
            self.waiter = self.loop.create_future()
            await self.waiter


def call_async(coro, loop, seconds):
    if asyncio._get_running_loop() is loop:
        coro.close()
        raise RuntimeError("not on the loop's own thread")
    over, outcome, tasks = threading.Event(), [], []

    def done(task):
        outcome.append(task)
        over.set()

    def start():
        tasks.append(loop.create_task(coro))
        tasks[0].add_done_callback(done)

    loop.call_soon_threadsafe(start)
    if not over.wait(seconds):
        loop.call_soon_threadsafe(lambda: tasks[0].cancel())
        raise TimeoutError
    return outcome[0].result()
