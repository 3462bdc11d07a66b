"""A byte through a socket wakes the loop, as asyncio itself does it."""

import asyncio
import socket
from collections import deque


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.items = deque()
        self.closed = False
        self.ours, self.theirs = socket.socketpair()
        self.ours.setblocking(False)
        self.theirs.setblocking(False)

    def push(self, item):
        self.items.append(item)
        self.ring()

    def close(self):
        self.closed = True
        self.ring()

    def ring(self):
        try:
            self.theirs.send(b".")
        except OSError:
            pass

    async def __aiter__(self):
        while True:
            while self.items:
                yield self.items.popleft()
            if self.closed:
                self.ours.close()
                self.theirs.close()
                return
            await self.loop.sock_recv(self.ours, 4096)


def call_async(coro, loop, seconds):
    try:
        running = asyncio.get_running_loop()
    except RuntimeError:
        running = None
    if running is loop:
        coro.close()
        raise RuntimeError("not on the loop's own thread")
    future = asyncio.run_coroutine_threadsafe(coro, loop)
    try:
        return future.result(seconds)
    except TimeoutError:
        future.cancel()
        raise
