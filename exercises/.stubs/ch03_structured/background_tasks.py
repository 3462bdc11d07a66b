"""Start work in the background, and lose neither the tasks nor their errors.

asyncio.create_task starts a coroutine and does not wait for it. That is not enough: the event loop keeps only a weak
reference to a task, so one that nobody else holds can be destroyed in the middle of its work; an error that nobody asks
for is mentioned when the task is thrown away, if at all; and when main returns, asyncio.run cancels what still runs.

As it stands, the class `Background` does no more than that, and not one mail of the demo is sent. Make it reliable. It
is made without arguments while the event loop runs.

    spawn(coro)   a plain function: starts the coroutine in the background and returns at once. The coroutine runs to
                  its end, even if nobody else holds a reference to it or to what it waits for.
    errors        the list of the exceptions that the spawned coroutines have raised so far: the very objects, in the
                  order in which they were raised, each from the moment it was raised.
    close()       returns as soon as everything that was spawned is over, including what is spawned while it waits.
                  It does not raise what a coroutine raised: that is in `errors`. It is called once, and nothing is
                  spawned after it.

  * One that fails does not stop the others, and asyncio has nothing to complain of.
  * As long as nobody waits in close(), what is over is let go of at once: neither a finished task nor what it
    returned is held on to.
  * A coroutine that ends in CancelledError has not failed: it is not in `errors` and does not disturb close().
  * If the task that waits in close() is cancelled, CancelledError comes out of close(); what becomes of the
    spawned coroutines then is up to you.
  * Two objects of the class have nothing to do with each other.

Try it:  python exercises/ch03_structured/background_tasks.py
"""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Background:
    errors: list[Exception]

    def __init__(self) -> None:
        self.errors = []

    def spawn(self, coro: Coroutine[Any, Any, object]) -> None:
        asyncio.create_task(coro)

    async def close(self) -> None:
        pass


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
