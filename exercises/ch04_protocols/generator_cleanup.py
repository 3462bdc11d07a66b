"""Async generators and aclose: close what was not read to its end.

`read_pages(conn)` is an asynchronous generator over the pages of a connection:
  * it awaits conn.open() when the first page is asked for; if nobody ever asks, it opens nothing and
    closes nothing;
  * it yields what conn.next_page() gives until that gives None; an empty page, "", is a page too. It
    reads a page when one is asked for, not earlier;
  * it awaits conn.close(), once and to its end, whatever happens after open: when there are no more
    pages; when next_page() raises or is cancelled, and then that error goes on as it is; and when the
    reader has had enough and awaits the generator's aclose(). Whether a failed open is closed is up to
    you;
  * what fails is not tried again. After its end, or after aclose(), it gives and does nothing more.

`first_match(pages, wanted)` returns the first page of which wanted(page) is true, and asks for none
after it; without such a page it returns None.
  * `pages` is anything that `async for` can loop over. If it has a method aclose(), as generators
    have, then that has been awaited to its end before first_match is over, however it ends: with a
    page, with None, by an error of `wanted` or of the pages, which goes on as it is, or cancelled;
  * most asynchronous iterators that are no generators have no aclose(), and work as well.

When closing itself fails, in close() or in aclose(), and nothing else did, that error comes out. What a
cancellation does that comes in the middle of closing is up to you.

Try it:  python exercises/ch04_protocols/generator_cleanup.py
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


def read_pages(conn: Connection) -> AsyncGenerator[str, None]:
    raise NotImplementedError


async def first_match(pages: AsyncIterable[str], wanted: Callable[[str], bool]) -> str | None:
    raise NotImplementedError


async def main() -> None:
    pages = read_pages(Connection())
    print("found", await first_match(pages, lambda page: page.startswith("pe")))


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Not written yet: fill in read_pages and first_match.")
