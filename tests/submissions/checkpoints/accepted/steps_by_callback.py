"""Each step is a callback of the loop, which asks for the next one by call_soon; a future tells of the last."""

import asyncio
from itertools import islice


class Steps:
    def __init__(self, step):
        self.loop = asyncio.get_running_loop()
        self.over = self.loop.create_future()
        self.step = step
        self.loop.call_soon(self.go)

    def go(self):
        if self.over.done():  # cancelled
            return
        if self.step():
            self.loop.call_soon(self.go)
        else:
            self.over.set_result(None)

    def __await__(self):
        return self.over.__await__()


async def countdown(name, n, log):
    left = list(range(1, n + 1))

    def step():
        if left:
            log.append(f"{name}{left.pop()}")
        return bool(left)

    await Steps(step)


async def total(numbers, every):
    source, sums = iter(numbers), []

    def step():
        portion = list(islice(source, every))
        sums.append(sum(portion))
        return bool(portion)

    await Steps(step)
    return sum(sums)
