"""Takes None for the end.

verdict: failed
diagnosis: although nobody had closed the broker
"""

import asyncio
from contextlib import asynccontextmanager

END = None


class Subscription:
    def __init__(self, maxsize):
        self.maxsize = maxsize
        self.queue = asyncio.Queue()
        self.dropped = 0

    def put(self, message):
        if self.queue.qsize() >= self.maxsize:
            self.queue.get_nowait()
            self.dropped += 1
        self.queue.put_nowait(message)

    async def __aiter__(self):
        while (message := await self.queue.get()) is not END:
            yield message


class Broker:
    def __init__(self):
        self.topics = {}

    @asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        subscription = Subscription(maxsize)
        self.topics.setdefault(topic, set()).add(subscription)
        try:
            yield subscription
        finally:
            self.topics[topic].discard(subscription)

    def publish(self, topic, message):
        subscriptions = self.topics.get(topic, ())
        for subscription in subscriptions:
            subscription.put(message)
        return len(subscriptions)

    def close(self):
        for subscriptions in self.topics.values():
            for subscription in subscriptions:
                subscription.queue.put_nowait(END)
