"""Takes a process where a thread would do.

verdict: error
diagnosis: another process gets copies of what it is to call
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, blocking_get, url) for url in urls))
