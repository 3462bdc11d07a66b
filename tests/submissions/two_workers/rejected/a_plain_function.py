"""main became a plain function: it makes two tasks, and has nothing to await.

verdict: error
diagnosis: a plain `def` makes no coroutine function
"""

import asyncio


def main(worker):
    asyncio.create_task(worker(1, "order milk"))
    asyncio.create_task(worker(2, "order bread"))
