"""take_order gives an object of a class of its own, which does what the brew does."""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"

from collections.abc import Coroutine
class Order(Coroutine):
    def __init__(self, inner): self.inner = inner
    def send(self, v): return self.inner.send(v)
    def throw(self, *a): return self.inner.throw(*a)
    def close(self): return self.inner.close()
    def __await__(self): return self.inner.__await__()
def take_order(order, log):
    return Order(brew(order, log))
async def serve(work):
    return await work
