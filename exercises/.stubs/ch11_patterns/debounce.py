"""Debounce: only the last call, after a quiet period.

A search box that asks the server at each key stroke asks for "a", "as", "asy" and throws all but the last answer away.
Better to wait until nobody has typed for a moment. A Debouncer stands between the two: it is called as often as one
likes, and calls the real function, `func`, when there has been quiet.

    debouncer(...)  a plain call, which returns at once. When `wait` seconds have passed without another call, func is
                    called with the arguments of the last one, positional and keyword, and awaited. Until then that
                    call is pending. A new call takes the place of the pending one, and the seconds count anew.
    flush()         if a call is pending, it is made now, and not a second time later. flush returns when the run that
                    it has begun is over. If none is pending, flush returns at once.
    close()         drops the pending call and is over as soon as all runs under way are, failed or not, those that a
                    flush has begun too. No task is left then. The debouncer is not called again after it.

  * A run of func, once begun, goes on to its end: later calls do not touch it, even if the next run begins while it is
    still at work. It does so even if nobody else holds a reference to it or to what it waits for.
  * Each error of func is reported once: it comes out of the flush or the close that waits for that run, never of both,
    alone or in an ExceptionGroup; or it is given to the event loop's exception handler, as Python itself does with the
    error of a task that nobody has asked for it, when that task is thrown away. Later calls work as before.
  * If flush or close is cancelled, it ends cancelled; what becomes of the runs is up to you. After a cancelled flush,
    later calls work as before.
  * Two objects of the class have nothing to do with each other.

func is a coroutine function. A Debouncer is made and used while the event loop runs.

Try it:  python exercises/ch11_patterns/debounce.py
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, ParamSpec

P = ParamSpec("P")


class Debouncer(Generic[P]):
    def __init__(self, func: Callable[P, Awaitable[object]], wait: float) -> None:
        raise NotImplementedError

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        raise NotImplementedError

    async def flush(self) -> None:
        raise NotImplementedError

    async def close(self) -> None:
        raise NotImplementedError


async def search(text: str) -> None:
    print(f"searching for {text!r} ...")
    await asyncio.sleep(0.5)
    print(f"found {text!r}")


async def demo() -> None:
    debouncer = Debouncer(search, wait=0.4)
    for text in ("a", "as", "asy", "async"):
        print("typed", text)
        debouncer(text)
        await asyncio.sleep(0.2)
    await asyncio.sleep(0.4)
    debouncer("asyncio")
    await debouncer.flush()
    await debouncer.close()


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: Debouncer.")
