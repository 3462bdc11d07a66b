"""Coroutine functions and coroutine objects.

In a café, writing down an order is one thing; making the drink is another. In Python too:
calling an `async def` function does not run it. The call only gives you a coroutine object,
a piece of work that lies there until somebody awaits it.

Write these three functions:

  brew(order, log)        makes one drink. When it runs, it
                            1. appends the text "brewing <order>" to the list `log`,
                            2. waits 1 second, without blocking the event loop,
                            3. returns the text "<order> ready".
                          The call alone must run none of this: it gives a coroutine object.

  take_order(order, log)  prepares a brew for later and gives back the coroutine object.
                          It does not start it, so `log` stays as it was. Both take_order and brew
                          can be called before any event loop runs.

  serve(work)             runs a coroutine object (any one, not only a brew) on the event loop that
                          is running, and returns its result as soon as it is there. If the work
                          raises an error, it comes out of serve, alone or in an exception group;
                          if serve is cancelled, it ends cancelled.

Together, in a coroutine:

    log = []
    work = take_order("tea", log)     # log is still []
    text = await serve(work)          # 1 second later: text is "tea ready", log is ["brewing tea"]

Try it:  python exercises/ch01_coroutines/coroutine_object.py
"""

import asyncio
from collections.abc import Coroutine
from typing import Any


async def brew(order: str, log: list[str]) -> str:
    raise NotImplementedError


def take_order(order: str, log: list[str]) -> Coroutine[Any, Any, str]:
    raise NotImplementedError


async def serve(work: Coroutine[Any, Any, str]) -> str:
    raise NotImplementedError


if __name__ == "__main__":
    log: list[str] = []
    try:
        work = take_order("tea", log)
        print(f"take_order gave back {work}, and the log is {log}")
        text = asyncio.run(serve(work))
        print(f"serve gave back {text!r}, and the log is {log}")
    except NotImplementedError:
        print("Something is not written yet: look for NotImplementedError in this file.")
