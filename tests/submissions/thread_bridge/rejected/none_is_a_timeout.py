"""A result of None means that nothing came in time.

verdict: failed
diagnosis: a coroutine returned None, and call_async raised an exception
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
        self.queue.put_nowait(END)


def call_async(coro, loop, seconds):
    if asyncio._get_running_loop() is loop:
        coro.close()
        raise RuntimeError("not on the loop's own thread")
    over, results = threading.Event(), {}

    async def run():
        try:
            results["value"] = await coro
        except Exception as error:
            results["error"] = error
        finally:
            over.set()

    future = asyncio.run_coroutine_threadsafe(run(), loop)
    over.wait(seconds)
    if "error" in results:
        raise results["error"]
    if results.get("value") is None:
        future.cancel()
        raise TimeoutError
    return results["value"]
