"""A task of its own races, and whoever waits for it waits until it has cleaned up."""

import asyncio


async def race(attempts, tasks):
    pending = {asyncio.create_task(attempt()) for attempt in attempts}
    tasks.extend(pending)
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if task.exception() is None:
                return task
    return None


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    outcome = {}

    async def noted(place, attempt):
        try:
            return await attempt()
        except Exception as error:
            outcome[place] = error
            raise

    tasks = []
    referee = asyncio.create_task(
        race([lambda p=p, a=a: noted(p, a) for p, a in enumerate(attempts)], tasks)
    )
    try:
        finished, _ = await asyncio.wait({referee}, timeout=seconds)
    finally:
        for task in [referee, *tasks]:
            task.cancel()
        for task in [referee, *tasks]:
            await asyncio.gather(task, return_exceptions=True)
    if not finished:
        raise TimeoutError("time is over")
    winner = referee.result()
    if winner is None:
        raise ExceptionGroup("all failed", [outcome[place] for place in range(len(attempts))])
    return winner.result()
