"""close waits for a future of its own, which the last done callback sets."""

import asyncio


class Background:
    def __init__(self):
        self.errors, self.tasks, self.waiters = [], {}, []

    def spawn(self, coro):
        t = asyncio.ensure_future(coro)
        self.tasks[id(t)] = t

        def over(t):
            del self.tasks[id(t)]
            if t.cancelled():
                pass
            elif (e := t.exception()) is not None:
                self.errors.append(e)
            if not self.tasks:
                for w in self.waiters:
                    w.done() or w.set_result(None)

        t.add_done_callback(over)

    async def close(self):
        if self.tasks:
            w = asyncio.get_running_loop().create_future()
            self.waiters.append(w)
            await w
