"""Keeps the winner and the errors in the module, where every call finds those of another one.

verdict: failed
diagnosis: one of them changed how another one ended
"""

import asyncio

winner = None
errors = []


async def first_success(attempts, seconds=None):
    global winner, errors
    if not attempts:
        raise ValueError("no attempts")
    winner = None
    errors = [None] * len(attempts)
    over = asyncio.Event()

    async def run(place, attempt):
        global winner
        try:
            value = await attempt()
        except Exception as error:
            errors[place] = error
            if None not in errors:
                over.set()
        else:
            winner = winner or (value,)
            over.set()

    tasks = [asyncio.create_task(run(place, attempt)) for place, attempt in enumerate(attempts)]
    try:
        async with asyncio.timeout(seconds):
            await over.wait()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if winner is not None:
        return winner[0]
    raise ExceptionGroup("all failed", errors)
