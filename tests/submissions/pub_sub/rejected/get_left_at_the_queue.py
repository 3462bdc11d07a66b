"""A time limit ends the loop, and the task that the loop had sent to the queue takes the next message.

verdict: failed
diagnosis: subscriber 3 gave up waiting 1.05 s after it had begun, and read on in another loop, which never gave the next message
"""

import asyncio
from contextlib import asynccontextmanager


class Subscription:
    def __init__(self, maxsize):
        self.dropped = 0
        self._queue = asyncio.Queue(maxsize)
        self._gets = set()
        self._end = asyncio.get_running_loop().create_future()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self._queue.empty():
            return self._queue.get_nowait()
        get = asyncio.create_task(self._queue.get())
        self._gets.add(get)
        get.add_done_callback(self._gets.discard)
        await asyncio.wait([get, self._end], return_when=asyncio.FIRST_COMPLETED)
        if not get.done():
            get.cancel()
            raise StopAsyncIteration
        return get.result()

    def put(self, message):
        if self._queue.full():
            self._queue.get_nowait()
            self.dropped += 1
        self._queue.put_nowait(message)

    def end(self):
        if not self._end.done():
            self._end.set_result(None)

    async def leave(self):
        for get in self._gets:
            get.cancel()
        await asyncio.gather(*self._gets, return_exceptions=True)


class Broker:
    def __init__(self):
        self._subscriptions = []

    @asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        subscription = Subscription(maxsize)
        self._subscriptions.append((topic, subscription))
        try:
            yield subscription
        finally:
            self._subscriptions.remove((topic, subscription))
            await subscription.leave()

    def publish(self, topic, message):
        mine = [subscription for of, subscription in self._subscriptions if of == topic]
        for subscription in mine:
            subscription.put(message)
        return len(mine)

    def close(self):
        for _, subscription in self._subscriptions:
            subscription.end()
