"""A process for each item; those that are no longer needed are killed."""

import asyncio
import multiprocessing


def child(func, item, pipe):
    try:
        pipe.send((func(item), None))
    except Exception as e:
        pipe.send((None, e))


async def parallel_map(func, items, workers):
    sem = asyncio.Semaphore(workers)
    loop = asyncio.get_running_loop()

    async def one(item):
        async with sem:
            a, b = multiprocessing.Pipe()
            p = multiprocessing.Process(target=child, args=(func, item, b))
            p.start()
            b.close()
            ev = asyncio.Event()
            loop.add_reader(a.fileno(), ev.set)
            try:
                await ev.wait()
                r, e = a.recv()
            finally:
                loop.remove_reader(a.fileno())
                a.close()
                p.kill()
                p.join()
            if e:
                raise e
            return r

    async with asyncio.TaskGroup() as g:
        ts = [g.create_task(one(i)) for i in items]
    return [t.result() for t in ts]
