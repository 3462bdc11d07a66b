"""Coroutine functions and coroutine objects.

`async def` makes a coroutine function. Calling it binds the arguments and makes a coroutine object; the first
line of the body runs when that object is awaited (or given to a task). So `take_order` has nothing to do but
call: the object is the order, written down. It needs no event loop, because nothing happens yet.

`await work` runs the object inside the task that awaits it, as a call would, and its value is what the body
returns.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any


async def brew(order: str, log: list[str]) -> str:
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order: str, log: list[str]) -> Coroutine[Any, Any, str]:
    return brew(order, log)


async def serve(work: Coroutine[Any, Any, str]) -> str:
    return await work


if __name__ == "__main__":
    log: list[str] = []
    work = take_order("tea", log)
    print(f"take_order gave back {work}, and the log is {log}")
    text = asyncio.run(serve(work))
    print(f"serve gave back {text!r}, and the log is {log}")
