"""End cleanly when cancelled, and stop a task properly.

`task.cancel()` does not stop a task. It asks: at the await where the task is waiting, a CancelledError is raised.
What then happens is up to the task, which may need time to tidy up. Here you write both sides.

consume(source, log)
  * reads for ever: `await source.read()` gives the next item, and every item that was read is appended to `log`.
    It never ends by itself; the source has no end, and read() never fails;
  * when it is cancelled, it reads no more, awaits `source.close()`, once, to its end (which takes time), and only then
    ends: cancelled, so that whoever has cancelled it can see that, be it `stop` or an `asyncio.timeout`.
    Nobody cancels it a second time.

stop(task)
  * asks the task to end, at once, and once only: a second request would tear its tidying up. A task that has not
    begun yet does not begin any more;
  * comes back as soon as the task is really over, and not before. Some tasks finish their work first, although they
    have been asked to end; stop waits for these, too. It waits, it does not look again and again;
  * returns the task's result, or None if the task ended cancelled. If the task failed, its very exception comes out;
  * for a task that is over already it does the same, at once;
  * if the caller is cancelled while it waits in stop, CancelledError comes out: at once, or when the task is over, as
    you like. What becomes of the task's tidying up in this case is open;
  * stop is often called in a `finally`, by a task that is being cancelled itself. There it does just the same.

Try it:  python exercises/ch06_cancellation/cancel_cleanup.py
"""

import asyncio
from typing import NoReturn, Protocol, TypeVar

T = TypeVar("T")


class Source(Protocol):
    async def read(self) -> str: ...
    async def close(self) -> None: ...


async def consume(source: Source, log: list[str]) -> NoReturn:
    raise NotImplementedError


async def stop(task: "asyncio.Task[T]") -> T | None:
    raise NotImplementedError


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
    if task.done():
        await task  # to see why
    print("stop gave", await stop(task))
    print("log:", log, "- over:", task.done(), "- cancelled:", task.cancelled())


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: consume and stop.")
