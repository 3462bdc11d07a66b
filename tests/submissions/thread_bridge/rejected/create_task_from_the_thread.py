"""Makes the task from the thread.

verdict: failed
diagnosis: call_async did not come back: nobody woke the event loop
"""

import asyncio
import threading

END = object()


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.queue = asyncio.Queue()

    def push(self, item):
        self.loop.call_soon_threadsafe(self.queue.put_nowait, item)

    def close(self):
        self.push(END)

    async def __aiter__(self):
        while (item := await self.queue.get()) is not END:
            yield item


def call_async(coro, loop, seconds):
    if asyncio._get_running_loop() is loop:
        coro.close()
        raise RuntimeError("not on the loop's own thread")
    over = threading.Event()
    task = loop.create_task(coro)
    task.add_done_callback(lambda task: over.set())
    if not over.wait(seconds):
        loop.call_soon_threadsafe(task.cancel)
        raise TimeoutError
    return task.result()
