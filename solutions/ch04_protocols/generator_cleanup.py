"""Async generators and aclose: close what was not read to its end.

A generator that is not read to its end stays suspended at its `yield`, with all that it holds. Nothing goes on in it by
itself: `break` and `return` in an `async for` leave it where it is. `await generator.aclose()` raises GeneratorExit at
that `yield`, so that `finally` runs, and may even await. GeneratorExit is no Exception, which is why the cleanup stands
in `finally`; and the generator must not yield any more.

If nobody calls aclose(), asyncio does it when the garbage collector finds the generator, or when the loop ends: in
another task, at some other time, when whoever needed it closed has long gone on. So the function that reads closes,
before it returns. `contextlib.aclosing(pages)` is the short form; here `pages` may be an iterator without aclose().
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Callable


class Connection:
    def __init__(self) -> None:
        self._pages = iter(["apples", "pears", "plums"])

    async def open(self) -> None:
        print("open")

    async def next_page(self) -> str | None:
        await asyncio.sleep(1)
        return next(self._pages, None)

    async def close(self) -> None:
        await asyncio.sleep(0.5)
        print("closed")


async def read_pages(conn: Connection) -> AsyncGenerator[str, None]:
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages: AsyncIterable[str], wanted: Callable[[str], bool]) -> str | None:
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        aclose = getattr(pages, "aclose", None)
        if aclose is not None:
            await aclose()


async def main() -> None:
    pages = read_pages(Connection())
    print("found", await first_match(pages, lambda page: page.startswith("pe")))


if __name__ == "__main__":
    asyncio.run(main())
