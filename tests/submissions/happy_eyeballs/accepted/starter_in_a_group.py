"""One task begins the attempts in a TaskGroup; an event wakes it, and a future brings the winner."""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    winner = asyncio.get_running_loop().create_future()
    errors = []

    async with asyncio.TaskGroup() as group:
        running = []

        async def run(attempt, failed):
            try:
                value = await attempt()
            except Exception as error:
                errors.append(error)
                failed.set()
                if len(errors) == len(attempts) and not winner.done():
                    winner.set_result(None)
            else:
                if not winner.done():
                    winner.set_result((value,))

        async def starter():
            for attempt in attempts:
                failed = asyncio.Event()
                running.append(group.create_task(run(attempt, failed)))
                try:
                    async with asyncio.timeout(delay):
                        await failed.wait()
                except TimeoutError:
                    pass

        running.append(group.create_task(starter()))
        found = await winner
        for task in running:
            task.cancel()
    if found is None:
        raise ExceptionGroup("all failed", errors)
    return found[0]
