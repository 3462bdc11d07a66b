"""A loop by hand runs for ever, until the callback of the last task stops it."""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    out, errors = [], []
    async def main():
        for j in jobs: out.append(await random_add(*j))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        task = loop.create_task(main())
        task.add_done_callback(lambda _: loop.stop())
        loop.run_forever()
        task.result()
    finally:
        asyncio.set_event_loop(None)
        loop.close()
    return out
