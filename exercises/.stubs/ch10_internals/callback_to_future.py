"""From callbacks to await.

A library from the days before asyncio answers by calling back. It is used like this:

    handle = api.send(request, on_ok, on_err)

send returns at once. Later the library calls on_ok(answer), with a text, or on_err(error), with an exception.
api.abort(handle) gives a request up. Everything happens on the event loop's thread: call the library there,
and it calls back there. What else there is to know:
  * it may call back before send has even returned;
  * it may call back again after the first time, with either function; only the first time counts;
  * after abort, and even from within abort, it may still call back; that does not count;
  * a handle may be any value.

Write `call`, so that coroutines can say `answer = await call(api, request)`:
  * it sends the request once and returns the answer, any text; or it raises the error, the very same object;
  * it ends at the moment at which the library calls back. Waiting keeps nobody busy;
  * any number of calls may be under way at the same time, and each gets the answer to its own request;
  * when it is cancelled while it waits, the request is aborted, once, and call ends cancelled at that moment.
    Otherwise nothing is aborted. Cancelled in the instant of the callback, it may end in either way;
  * when send itself raises, that error comes out of call, and there is nothing to abort.
The functions that you hand to send never raise, whenever they are called, and nothing is left running.

Try it:  python exercises/ch10_internals/callback_to_future.py
"""

import asyncio
from collections.abc import Callable


class LegacyApi:
    """A library like that, for the demo; the tests bring their own."""

    def send(
        self, request: str, on_ok: Callable[[str], object], on_err: Callable[[Exception], object]
    ) -> object:
        loop = asyncio.get_running_loop()
        if request == "soup":
            return loop.call_later(0.4, on_err, LookupError("no soup today"))
        return loop.call_later(0.8, on_ok, f"{request} for you")

    def abort(self, handle: object) -> None:
        print("aborted")


async def call(api: LegacyApi, request: str) -> str:
    raise NotImplementedError


async def main() -> None:
    api = LegacyApi()

    async def order(request: str) -> None:
        try:
            print(await call(api, request))
        except LookupError as error:
            print(f"sorry: {error}")

    await asyncio.gather(order("tea"), order("soup"))
    try:
        async with asyncio.timeout(0.2):
            await call(api, "coffee")
    except TimeoutError:
        print("coffee takes too long")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Not written yet: fill in call.")
