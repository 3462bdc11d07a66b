"""An awaitable of its own, which gives everybody who awaits it a future."""

import asyncio


class Shared:
    def __init__(self, coro, forget):
        self.forget = forget
        self.task = asyncio.ensure_future(coro)
        self.task.add_done_callback(self.over)
        self.waiting = []

    def over(self, task):
        bad = task.cancelled() or task.exception()
        if bad:
            self.forget()
        for f in self.waiting:
            if not f.done():
                f.set_result(None)
        self.waiting.clear()

    def __await__(self):
        if not self.task.done():
            f = asyncio.get_running_loop().create_future()
            self.waiting.append(f)
            yield from f
        return self.task.result()


class SingleFlight:
    def __init__(self):
        self.shared = {}

    async def get(self, key, load):
        if key not in self.shared:
            self.shared[key] = Shared(load(key), lambda: self.shared.pop(key))
        return await self.shared[key]
