"""Context variables: per-request state.

Every task runs in a context of its own, a copy of the one in which it was made; so do callbacks that the loop calls
later. That is why tasks that work starts see the id of their request, and why what they set is seen by nobody else.

But awaiting a coroutine makes no task and no copy: what is set there stays set in the caller. So handle has to put
things back. A token remembers what the variable was before `set`; `reset` goes back to that, whatever was set in
between, and `finally` sees every way out.

Another thread knows nothing of this context: it has one of its own. A function that is to run elsewhere takes a copy
of the context along, and `Context.run` calls it there. Such a copy can only be entered by one caller at a time, and it
keeps what was set in it. So each call of a bound function gets a copy of the copy, which costs next to nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar, copy_context
from typing import Any, TypeVar

T = TypeVar("T")

request_id: ContextVar[str] = ContextVar("request_id", default="-")


async def handle(rid: str, work: Callable[[], Awaitable[T]]) -> T:
    token = request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.reset(token)


def bind(func: Callable[..., T]) -> Callable[..., T]:
    context = copy_context()

    def bound(*args: Any, **kwargs: Any) -> T:
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func: Callable[..., T], *args: Any) -> T:
    return await asyncio.get_running_loop().run_in_executor(None, bind(func), *args)


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
    asyncio.run(main())
