"""The outcome comes through a queue."""

import asyncio


async def commit_safely(commit):
    box = asyncio.Queue()

    async def run():
        try:
            box.put_nowait((await commit(), None))
        except BaseException as e:
            box.put_nowait((None, e))

    task = asyncio.ensure_future(run())
    late = []
    while True:
        try:
            value, error = await box.get()
            break
        except asyncio.CancelledError as e:
            late.append(e)
    if late:
        raise late[-1]
    if error:
        raise error
    return value
