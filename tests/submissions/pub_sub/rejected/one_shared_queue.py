"""One queue for each topic, out of which all subscribers take.

verdict: failed
diagnosis: each message reached only one subscriber
"""

import asyncio
from collections import Counter, defaultdict
from contextlib import asynccontextmanager

END = object()


class Subscription:
    def __init__(self, queue):
        self.queue = queue
        self.dropped = 0

    async def __aiter__(self):
        while (message := await self.queue.get()) is not END:
            yield message
        self.queue.put_nowait(END)


class Broker:
    def __init__(self):
        self.queues = defaultdict(asyncio.Queue)
        self.readers = Counter()

    @asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        self.readers[topic] += 1
        try:
            yield Subscription(self.queues[topic])
        finally:
            self.readers[topic] -= 1

    def publish(self, topic, message):
        self.queues[topic].put_nowait(message)
        return self.readers[topic]

    def close(self):
        for queue in self.queues.values():
            queue.put_nowait(END)
