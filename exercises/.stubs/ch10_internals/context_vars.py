"""Context variables: per-request state.

Deep inside a program somebody writes a log line and wants to know which request it belongs to, without having got
it as a parameter. `request_id` is for that: request_id.get() gives the id of the current request, and "-" where
there is none. Write three functions around it:

await handle(rid, work)
  Awaits work(), where work is a coroutine function without parameters, and returns its value or raises its error.
  * Inside work, and in all that work starts (tasks, callbacks, threads of asyncio.to_thread), request_id is rid.
  * Any number of requests may be handled at the same time, and one inside another; nobody sees another's id.
  * In the task that awaits handle, request_id is afterwards what it was before, however work has ended (an error
    and a cancellation as well) and whatever work has done to it.
  * When handle is cancelled, work is, and when that is over handle ends cancelled, even if it is cancelled once more
    meanwhile. Nothing is left running.

bind(func)
  Gives a function that may be called later, anywhere: in another task, a callback, another thread. It passes its
  arguments, positional and by keyword, to func, and returns or raises what func does. It may be called several times,
  also while an earlier call has not returned yet.
  * Each time, func begins with every context variable (there may be others beside request_id) as it was when bind
    was called, whatever an earlier call has set.
  * Whoever calls it sees no change of any context variable.

await in_thread(func, *args)
  Calls func(*args) in another thread, and returns or raises what func does. The event loop runs on meanwhile, and
  several calls overlap. There, too, every context variable has the value that it has here, and the caller sees no
  change of any.

Try it:  python exercises/ch10_internals/context_vars.py
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")

request_id: ContextVar[str] = ContextVar("request_id", default="-")


async def handle(rid: str, work: Callable[[], Awaitable[T]]) -> T:
    raise NotImplementedError


def bind(func: Callable[..., T]) -> Callable[..., T]:
    raise NotImplementedError


async def in_thread(func: Callable[..., T], *args: Any) -> T:
    raise NotImplementedError


def log(text: str) -> None:
    print(f"[{request_id.get()}] {text}")


async def order_tea() -> None:
    log("somebody wants tea")
    asyncio.get_running_loop().call_later(0.2, bind(log), "is it ready yet?")
    await asyncio.sleep(0.4)
    await in_thread(log, "here it is")


async def main() -> None:
    await asyncio.gather(handle("Ann", order_tea), handle("Bob", order_tea))
    log("all served")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Not written yet: fill in handle, bind and in_thread.")
