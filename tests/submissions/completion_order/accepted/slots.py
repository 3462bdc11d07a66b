"""As many futures as jobs; whichever job is over fills the next one."""

import asyncio


async def stream_results(jobs):
    loop = asyncio.get_running_loop()
    slots = [loop.create_future() for _ in jobs]
    free = iter(slots)

    async def fill(number, job):
        try:
            outcome = await job()
        except Exception as error:
            outcome = error
        slot = next(free)
        if not slot.done():  # a consumer who is cancelled cancels the slot that it waits for
            slot.set_result((number, outcome))

    tasks = [loop.create_task(fill(number, job)) for number, job in enumerate(jobs)]
    try:
        for slot in slots:
            yield await slot
    finally:
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
