"""Asks for results in callbacks, where an exception goes nowhere.

verdict: failed
diagnosis: no call of func was under way any more, and parallel_map went on waiting
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    if not items:
        return []
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    out = {}
    with ProcessPoolExecutor(workers) as pool:
        for at, i in enumerate(items):
            f = loop.run_in_executor(pool, func, i)

            def ended(f, at=at):
                out[at] = f.result()
                if len(out) == len(items):
                    done.set_result(None)

            f.add_done_callback(ended)
        await done
    return [out[at] for at in range(len(items))]
