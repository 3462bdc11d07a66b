"""A process for each item, with a pipe that the loop reads, and a semaphore that limits them."""

import asyncio
import multiprocessing


def call(func, item, pipe):
    try:
        pipe.send((True, func(item)))
    except Exception as error:
        pipe.send((False, error))


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    permits = asyncio.Semaphore(workers)

    async def one(item):
        async with permits:
            ours, theirs = multiprocessing.Pipe()
            process = multiprocessing.Process(target=call, args=(func, item, theirs))
            process.start()
            readable = asyncio.Event()
            loop.add_reader(ours.fileno(), readable.set)
            try:
                await readable.wait()
                well, value = ours.recv()
            finally:
                loop.remove_reader(ours.fileno())
                process.kill()
                process.join()
                ours.close()
                theirs.close()
            if not well:
                raise value
            return value

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(item)) for item in items]
    return [task.result() for task in tasks]
