"""The first success wins, and the losers are stopped.

`asyncio.wait` with FIRST_COMPLETED tells when a task is over, and says nothing of how it ended. So each task that is
over is looked at: a value ends the race, an error does not, and then the wait begins again with those that are left.

Whatever ends the race (a value, the last error, the limit, a cancellation), it ends through the `finally`. There every
task is cancelled, which means nothing to those that are over, and then waited for: `gather` with
`return_exceptions=True` waits until the last of them is over. It also looks at every exception, so none is complained
of as never retrieved.

The limit stands inside the `try`. There it is over when the cleaning up begins, and cannot cut it short.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def first_success(
    attempts: Sequence[Callable[[], Coroutine[Any, Any, T]]], seconds: float | None = None
) -> T:
    if not attempts:
        raise ValueError("there is nothing to attempt")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    try:
        async with asyncio.timeout(seconds):
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    if task.exception() is None:
                        return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("every attempt failed", [error for task in tasks if (error := task.exception())])


def mirror(name: str, delay: float, works: bool = True) -> Callable[[], Coroutine[Any, Any, str]]:
    async def download() -> str:
        try:
            await asyncio.sleep(delay)
            if not works:
                raise OSError(f"{name} is down")
            return f"the file, from {name}"
        except asyncio.CancelledError:
            print(f"  {name}: cancelled")
            raise

    return download


async def demo() -> None:
    print(await first_success([mirror("Oslo", 0.3, works=False), mirror("Rome", 0.6), mirror("Lima", 0.9)]))
    try:
        await first_success([mirror("Oslo", 0.3, works=False), mirror("Lima", 0.9)], seconds=0.6)
    except TimeoutError:
        print("nobody was fast enough")


if __name__ == "__main__":
    asyncio.run(demo())
