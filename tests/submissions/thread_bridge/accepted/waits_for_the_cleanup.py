"""call_async makes the task on the loop, and waits for its end even when its time is over."""

import asyncio
import threading


class ThreadFeed:
    def __init__(self, loop):
        self._loop = loop
        self._q = asyncio.Queue()

    def push(self, item):
        self._loop.call_soon_threadsafe(self._q.put_nowait, (item,))

    def close(self):
        self._loop.call_soon_threadsafe(self._q.put_nowait, None)

    async def __aiter__(self):
        while (item := await self._q.get()) is not None:
            yield item[0]
        self._q.put_nowait(None)


def call_async(coro, loop, seconds):
    if getattr(loop, "_thread_id", None) == threading.get_ident():
        coro.close()
        raise RuntimeError("own thread")
    box, over = [], threading.Event()
    task = None

    def start():
        nonlocal task
        task = loop.create_task(coro)
        task.add_done_callback(ended)

    def ended(t):
        box.append(t)
        over.set()

    loop.call_soon_threadsafe(start)
    if not over.wait(seconds):
        loop.call_soon_threadsafe(lambda: task.cancel())
        over.wait()
        if box[0].cancelled():
            raise TimeoutError(f"not within {seconds}")
    return box[0].result()
