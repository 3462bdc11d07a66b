"""A future that the done callback of the last task resolves."""

import asyncio


async def main(worker):
    all_done = asyncio.get_running_loop().create_future()
    tasks = {asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))}

    def done(task):
        tasks.discard(task)
        if not tasks and not all_done.done():
            all_done.set_result(None)

    for task in tasks:
        task.add_done_callback(done)
    await all_done
