"""End cleanly when cancelled, and stop a task properly.

`finally` is the place to tidy up: it sees every way out, CancelledError too, and lets it go on when it is done. A
CancelledError that is caught and not raised again is lost: the task then ends as if it had come to its end by itself,
and an `asyncio.timeout` around it never raises its TimeoutError. (`except Exception` would see nothing at all:
CancelledError is a BaseException.)

`stop` must not await the task itself. That raises the task's own CancelledError in the caller, where it looks just
like a cancellation of the caller; and a cancellation of the caller would be handed on to the task. `asyncio.wait` does
neither: it waits until the task is over, however it ended, and a CancelledError that comes out of it is always the
caller's own.
"""

import asyncio
from typing import NoReturn, Protocol, TypeVar

T = TypeVar("T")


class Source(Protocol):
    async def read(self) -> str: ...
    async def close(self) -> None: ...


async def consume(source: Source, log: list[str]) -> NoReturn:
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()


async def stop(task: "asyncio.Task[T]") -> T | None:
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()


class Radio:
    async def read(self) -> str:
        await asyncio.sleep(0.4)
        return "la"

    async def close(self) -> None:
        print("closing ...")
        await asyncio.sleep(0.5)
        print("closed")


async def demo() -> None:
    log: list[str] = []
    task = asyncio.create_task(consume(Radio(), log))
    await asyncio.wait({task}, timeout=1)
    print("stop gave", await stop(task))
    print("log:", log, "- over:", task.done(), "- cancelled:", task.cancelled())


if __name__ == "__main__":
    asyncio.run(demo())
