"""The loop is an asynchronous generator."""

import asyncio
import contextlib
from collections import defaultdict


class Subscription:
    def __init__(self, maxsize):
        self.maxsize, self.dropped, self.kept, self.closed = maxsize, 0, [], False
        self.news = asyncio.Event()

    async def __aiter__(self):
        while True:
            while not self.kept:
                if self.closed:
                    return
                self.news.clear()
                await self.news.wait()
            yield self.kept.pop(0)


class Broker:
    def __init__(self):
        self.subs = []

    @contextlib.asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        s = Subscription(maxsize)
        self.subs.append((topic, s))
        try:
            yield s
        finally:
            self.subs = [(t, o) for t, o in self.subs if o is not s]

    def publish(self, topic, message):
        n = 0
        for t, s in self.subs:
            if t == topic:
                n += 1
                s.kept.append(message)
                if len(s.kept) > s.maxsize:
                    s.kept.pop(0)
                    s.dropped += 1
                s.news.set()
        return n

    def close(self):
        for _, s in self.subs:
            s.closed = True
            s.news.set()
