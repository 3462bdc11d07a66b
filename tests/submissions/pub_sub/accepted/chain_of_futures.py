"""Each message is a future that holds the next one; a subscription is a place in the chain."""

import asyncio
import contextlib
from collections import defaultdict


class Node:
    def __init__(self):
        self.ready = asyncio.get_running_loop().create_future()


class Subscription:
    def __init__(self, node, maxsize):
        self.node, self.maxsize, self.dropped, self.kept = node, maxsize, 0, 0

    def more(self):
        self.kept += 1
        if self.kept > self.maxsize:
            self.node = self.node.ready.result()[1]
            self.kept -= 1
            self.dropped += 1

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.wait([self.node.ready])
        got = self.node.ready.result()
        if got is None:
            raise StopAsyncIteration
        message, self.node = got
        self.kept -= 1
        return message


class Broker:
    def __init__(self):
        self.tails, self.subs = {}, defaultdict(set)

    def tail(self, topic):
        return self.tails.setdefault(topic, Node())

    @contextlib.asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        s = Subscription(self.tail(topic), maxsize)
        self.subs[topic].add(s)
        try:
            yield s
        finally:
            self.subs[topic].discard(s)

    def publish(self, topic, m):
        node, new = self.tail(topic), Node()
        self.tails[topic] = new
        node.ready.set_result((m, new))
        for s in self.subs[topic]:
            s.more()
        return len(self.subs[topic])

    def close(self):
        for n in self.tails.values():
            n.ready.set_result(None)
        self.tails.clear()
