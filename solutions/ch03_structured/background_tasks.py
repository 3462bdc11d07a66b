"""Start work in the background, and lose neither the tasks nor their errors.

The set holds each task as long as it runs, because the event loop does not. A done callback is where every task comes
to in the end, however it ends. So that is the place to let go of it and to look at its exception: asking for it keeps
asyncio from complaining that it "was never retrieved". A cancelled task must be told apart first, because its
`exception()` raises CancelledError.

`close` waits until the set is empty, not once for the tasks that were in it at the beginning: a task may spawn others.
`asyncio.wait` raises nothing of what the tasks raise.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Background:
    errors: list[Exception]

    def __init__(self) -> None:
        self.errors = []
        self._running: set[asyncio.Task[object]] = set()

    def spawn(self, coro: Coroutine[Any, Any, object]) -> None:
        task = asyncio.create_task(coro)
        self._running.add(task)
        task.add_done_callback(self._over)

    def _over(self, task: asyncio.Task[object]) -> None:
        self._running.discard(task)
        if not task.cancelled() and isinstance(error := task.exception(), Exception):
            self.errors.append(error)

    async def close(self) -> None:
        while self._running:
            await asyncio.wait(self._running)


async def send(mail: str) -> None:
    await asyncio.sleep(len(mail) / 10)
    if "?" in mail:
        raise ValueError(f"cannot send {mail!r}")
    print("sent:", mail)


async def demo() -> None:
    background = Background()
    for mail in ("hello", "who?", "bye"):
        background.spawn(send(mail))
    print("main goes on")
    await background.close()
    print("errors:", background.errors)


if __name__ == "__main__":
    asyncio.run(demo())
