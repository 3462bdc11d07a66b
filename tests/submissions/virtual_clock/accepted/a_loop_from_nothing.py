"""An event loop written from nothing: a heap, a queue, and no selector."""

import asyncio, heapq, itertools
from collections import deque
from asyncio import events


class Deadlock(RuntimeError):
    pass


class Tiny(asyncio.AbstractEventLoop):
    def __init__(self):
        self.now = 0.0
        self.q = deque()
        self.heap = []
        self.n = itertools.count()
        self.closed = False
        self.running = False

    def time(self):
        return self.now

    def call_soon(self, cb, *a, context=None):
        h = asyncio.Handle(cb, a, self, context)
        self.q.append(h)
        return h

    call_soon_threadsafe = call_soon

    def call_later(self, d, cb, *a, context=None):
        return self.call_at(self.now + d, cb, *a, context=context)

    def call_at(self, when, cb, *a, context=None):
        h = asyncio.TimerHandle(when, cb, a, self, context)
        heapq.heappush(self.heap, (when, next(self.n), h))
        return h

    def _timer_handle_cancelled(self, h):
        pass

    def create_future(self):
        return asyncio.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return asyncio.Task(coro, loop=self, name=name, context=context)

    def get_debug(self):
        return False

    def is_running(self):
        return self.running

    def is_closed(self):
        return self.closed

    def close(self):
        self.closed = True

    def call_exception_handler(self, ctx):
        print(ctx)

    def default_exception_handler(self, ctx):
        print(ctx)

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self, timeout=None):
        pass

    def run_until_complete(self, aw):
        fut = asyncio.ensure_future(aw, loop=self)
        self.running = True
        events._set_running_loop(self)
        try:
            while not fut.done():
                if not self.q:
                    while self.heap and self.heap[0][2].cancelled():
                        heapq.heappop(self.heap)
                    if not self.heap:
                        raise Deadlock(" / ".join(t.get_name() for t in asyncio.all_tasks(self)))
                    self.now = max(self.now, self.heap[0][0])
                while self.heap and self.heap[0][0] <= self.now:
                    h = heapq.heappop(self.heap)[2]
                    if not h.cancelled():
                        self.q.append(h)
                for _ in range(len(self.q)):
                    h = self.q.popleft()
                    if not h.cancelled():
                        h._run()
        finally:
            self.running = False
            events._set_running_loop(None)
        return fut.result()


def run_virtual(coro):
    loop = Tiny()
    try:
        return loop.run_until_complete(coro), loop.now
    finally:
        try:
            rest = asyncio.all_tasks(loop)
            for t in rest:
                t.cancel()
            if rest:
                loop.run_until_complete(asyncio.gather(*rest, return_exceptions=True))
        finally:
            loop.close()
