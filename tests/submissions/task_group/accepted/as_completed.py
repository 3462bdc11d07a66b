"""as_completed raises the first error in time; then cancel, and wait for all."""

import asyncio


async def load_all(load, names, say):
    tasks = {n: asyncio.ensure_future(load(n)) for n in names}
    say("scheduling done")
    try:
        for f in asyncio.as_completed(tasks.values()):
            await f
    except BaseException:
        for t in tasks.values():
            t.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        raise
    say("Done.")
    return {n: await t for n, t in tasks.items()}
