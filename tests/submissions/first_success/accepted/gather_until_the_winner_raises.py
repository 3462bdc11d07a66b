"""Turns it round: a success is raised, an error is returned, and gather stops at the first exception."""

import asyncio


class Success(Exception):
    def __init__(self, value):
        self.value = value


async def first_success(attempts, seconds=None):
    async def run(attempt):
        try:
            value = await attempt()
        except Exception as error:
            return error
        raise Success(value)

    if not attempts:
        raise ValueError("nothing to do")
    tasks = [asyncio.create_task(run(attempt)) for attempt in attempts]
    try:
        errors = await asyncio.wait_for(asyncio.gather(*tasks), seconds)
    except Success as success:
        return success.value
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", errors)
