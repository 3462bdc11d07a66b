"""Gives each message to one subscriber after the other, in a task that waits for each.

verdict: failed
diagnosis: it waited for something else, a slower subscriber for example
"""

import asyncio
from contextlib import asynccontextmanager

END = object()


class Subscription:
    def __init__(self, maxsize):
        self.maxsize = maxsize
        self.queue = asyncio.Queue(maxsize)
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
        self.messages = asyncio.Queue()
        self.task = None

    @asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        subscription = Subscription(maxsize)
        self.topics.setdefault(topic, set()).add(subscription)
        try:
            yield subscription
        finally:
            self.topics[topic].discard(subscription)

    def publish(self, topic, message):
        if self.task is None:
            self.task = asyncio.create_task(self.distribute())
        self.messages.put_nowait((topic, message))
        return len(self.topics.get(topic, ()))

    async def distribute(self):
        while True:
            topic, message = await self.messages.get()
            if topic is END:
                break
            for subscription in sorted(self.topics.get(topic, ()), key=lambda one: -one.maxsize):
                subscription.put(message)
                while subscription.queue.full() and subscription.maxsize < 3:
                    await asyncio.sleep(0.1)
        for subscriptions in self.topics.values():
            for subscription in subscriptions:
                await subscription.queue.put(END)

    def close(self):
        self.messages.put_nowait((END, END))
