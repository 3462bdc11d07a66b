"""A box for each fetch, and a condition that tells of each box that has been filled."""

import asyncio


class Box:
    def __init__(self):
        self.value = self.error = None

    async def fill(self, aw, bell):
        try:
            self.value = await aw
        except Exception as e:
            self.error = e
            bell.append(e)
        finally:
            pass


async def settle(fetch, keys):
    boxes = [Box() for _ in keys]
    await asyncio.gather(*(b.fill(fetch(k), []) for b, k in zip(boxes, keys)))
    return [b.error if b.error is not None else b.value for b in boxes]


class FirstError:
    def __call__(self, fetch, keys):
        return self.run(fetch, keys)

    async def run(self, fetch, keys):
        cond = asyncio.Condition()
        boxes, errors = [Box() for _ in keys], []
        n = 0

        async def one(b, k):
            nonlocal n
            await b.fill(fetch(k), errors)
            async with cond:
                n += 1
                cond.notify_all()

        tasks = [asyncio.create_task(one(b, k)) for b, k in zip(boxes, keys)]
        try:
            async with cond:
                await cond.wait_for(lambda: errors or n == len(keys))
        except asyncio.CancelledError:
            for t in tasks:
                t.cancel()
            raise
        if errors:
            raise errors[0]
        await asyncio.gather(*tasks)
        return [b.value for b in boxes]


first_error = FirstError()
