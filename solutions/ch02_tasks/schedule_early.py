"""Send the requests before you turn to other work.

Calling a coroutine function starts nothing: it makes a coroutine object, which begins to run when it is awaited.
Making a task of it schedules it at once, and it runs as soon as somebody waits. So the requests become tasks before the
other work is awaited; while that waits, they are under way.

The task group owns them: its block does not end before they have, and when one of them fails, or the other work does,
the rest is cancelled instead of being forgotten. After the block every result is there, in the order of the urls.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def make_requests(
    urls: Sequence[int],
    get_request: Callable[[int], Coroutine[Any, Any, T]],
    other_work: Callable[[], Coroutine[Any, Any, None]],
) -> list[T]:
    async with asyncio.TaskGroup() as group:
        requests = [group.create_task(get_request(url)) for url in urls]
        await other_work()
    return [request.result() for request in requests]


async def get_request(url: int) -> str:
    await asyncio.sleep(1)
    return f"page {url}"


async def tidy_up() -> None:
    await asyncio.sleep(2)


if __name__ == "__main__":
    print(asyncio.run(make_requests([1, 2, 3, 4, 5], get_request, tidy_up)))
