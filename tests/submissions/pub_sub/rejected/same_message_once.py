"""Keeps a message once when it comes twice in a row.

verdict: failed
diagnosis: must get every message
"""

import asyncio
import contextlib
from collections import defaultdict, deque


class Subscription:
    def __init__(self, maxsize):
        self.dropped, self.kept, self.over = 0, deque(maxlen=maxsize), False
        self.news = asyncio.Event()

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self.kept:
            if self.over:
                raise StopAsyncIteration
            self.news.clear()
            await self.news.wait()
        return self.kept.popleft()

    def put(self, m):
        if self.kept and self.kept[-1] == m:
            return
        if len(self.kept) == self.kept.maxlen:
            self.dropped += 1
        self.kept.append(m)
        self.news.set()

    def end(self):
        self.over = True
        self.news.set()


class Broker:
    def __init__(self):
        self.subs = defaultdict(list)

    @contextlib.asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        s = Subscription(maxsize)
        self.subs[topic].append(s)
        try:
            yield s
        finally:
            self.subs[topic].remove(s)

    def publish(self, topic, m):
        for s in self.subs[topic]:
            s.put(m)
        return len(self.subs[topic])

    def close(self):
        for subs in self.subs.values():
            for s in subs:
                s.end()
