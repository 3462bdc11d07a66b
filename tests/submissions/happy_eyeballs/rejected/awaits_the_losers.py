"""Waits for the losers as for any task, and forgets that a cancelled one raises.

verdict: leaked
diagnosis: a CancelledError came out, though nobody else had cancelled the caller
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    rest, tasks, pending = list(attempts), [], set()
    while rest or pending:
        if rest:
            tasks.append(asyncio.create_task(rest.pop(0)()))
            pending.add(tasks[-1])
        done, pending = await asyncio.wait(
            pending, timeout=delay if rest else None, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            if task.exception() is None:
                for loser in pending:
                    loser.cancel()
                await asyncio.gather(*pending)
                return task.result()
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
