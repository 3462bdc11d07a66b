"""multiprocessing's Pool, whose callbacks ask the loop to resolve a future."""

import asyncio
import multiprocessing


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    pool = multiprocessing.Pool(workers)

    def submit(item):
        future = loop.create_future()

        def resolve(method):
            def callback(value):
                loop.call_soon_threadsafe(lambda: None if future.done() else method(value))

            return callback

        pool.apply_async(func, (item,), callback=resolve(future.set_result), error_callback=resolve(future.set_exception))
        return future

    try:
        return list(await asyncio.gather(*map(submit, items)))
    finally:
        pool.terminate()
        pool.join()
