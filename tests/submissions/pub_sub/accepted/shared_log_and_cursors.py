"""One log for each topic, and a place in it for each subscription; what is too old is skipped."""

import asyncio
from contextlib import asynccontextmanager


class Topic:
    def __init__(self):
        self.log = []
        self.changed = asyncio.Event()
        self.readers = 0
        self.closed = False

    def tell(self):
        self.changed.set()
        self.changed = asyncio.Event()


class Subscription:
    def __init__(self, topic, maxsize):
        self._topic = topic
        self._maxsize = maxsize
        self._next = len(topic.log)
        self._skipped = 0

    def _skip(self):
        oldest = len(self._topic.log) - self._maxsize
        if oldest > self._next:
            self._skipped += oldest - self._next
            self._next = oldest

    @property
    def dropped(self):
        self._skip()
        return self._skipped

    async def __aiter__(self):
        while True:
            self._skip()
            if self._next < len(self._topic.log):
                self._next += 1
                yield self._topic.log[self._next - 1]
            elif self._topic.closed:
                return
            else:
                await self._topic.changed.wait()


class Broker:
    def __init__(self):
        self.topics = {}

    def topic(self, name):
        return self.topics.setdefault(name, Topic())

    @asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        topic = self.topic(topic)
        topic.readers += 1
        try:
            yield Subscription(topic, maxsize)
        finally:
            topic.readers -= 1

    def publish(self, topic, message):
        topic = self.topic(topic)
        topic.log.append(message)
        topic.tell()
        return topic.readers

    def close(self):
        for topic in self.topics.values():
            topic.closed = True
            topic.tell()
