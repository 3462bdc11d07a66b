"""From callbacks to await.

A future is what stands between the two worlds: one side puts a result in, once, by an ordinary call; the other side
awaits it. The future is made before the request is sent, because the answer may come before `send` returns; then the
future is done by the time it is awaited, and `await` does not even suspend.

Whoever resolves a future that is done already gets an InvalidStateError. This future is done after the first
callback, and also when the task that awaits it is cancelled: cancelling a task cancels the future that it waits for. So
both callbacks look first.

`send` stands outside the `try`: when it raises, there is no handle. CancelledError can only come from the `await`. An
error that the library reported comes from there too, but is not caught: that request is over, and nobody aborts it.
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
    answered: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def on_ok(answer: str) -> None:
        if not answered.done():
            answered.set_result(answer)

    def on_err(error: Exception) -> None:
        if not answered.done():
            answered.set_exception(error)

    handle = api.send(request, on_ok, on_err)
    try:
        return await answered
    except asyncio.CancelledError:
        api.abort(handle)
        raise


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
    asyncio.run(main())
