"""A program for each item, which asyncio starts, feeds and kills."""

import asyncio
import pickle
import sys

CODE = """
import sys, pickle
sys.path[:] = pickle.load(sys.stdin.buffer)
func, item = pickle.load(sys.stdin.buffer)
try:
    r = (func(item), None)
except Exception as e:
    r = (None, e)
sys.stdout.buffer.write(pickle.dumps(r))
"""


async def parallel_map(func, items, workers):
    sem = asyncio.Semaphore(workers)

    async def one(item):
        async with sem:
            p = await asyncio.create_subprocess_exec(sys.executable, "-c", CODE, stdin=-1, stdout=-1)
            try:
                out, _ = await p.communicate(pickle.dumps(sys.path) + pickle.dumps((func, item)))
            finally:
                if p.returncode is None:
                    p.kill()
                    await p.wait()
            r, e = pickle.loads(out)
            if e:
                raise e
            return r

    async with asyncio.TaskGroup() as g:
        ts = [g.create_task(one(i)) for i in items]
    return [t.result() for t in ts]
