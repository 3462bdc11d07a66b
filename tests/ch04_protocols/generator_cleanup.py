"""Scenarios of generator_cleanup: pages that come with time, and that somebody has to close."""

import asyncio

CLOSING = 0.5


class Connection:
    """Writes down each call. A page takes `gap` seconds; next_page() raises at the end if it `fails`."""

    def __init__(
        self,
        record,
        pages,
        fails=False,
        gap=0.3,
        closing=CLOSING,
        close_fails=False,
        open_fails=False,
        name="",
    ):
        self._open_fails = open_fails
        self._name = name
        self._closing = closing
        self._close_fails = close_fails
        self._record = record
        self._pages = iter(pages)
        self._fails = fails
        self._gap = gap

    async def open(self):
        with self._span("open"):
            await asyncio.sleep(0.3)
            if self._open_fails:
                error = ConnectionError("nobody answers")
                self._record.name(error, "the error of open")
                raise error

    async def next_page(self):
        with self._span("next page"):
            await asyncio.sleep(self._gap)
            page = next(self._pages, None)
            if page is None and self._fails:
                error = ConnectionError("the line is dead")
                self._record.name(error, "the error of next_page")
                raise error
            return page

    async def close(self):
        with self._span("close"):
            await asyncio.sleep(self._closing)
            if self._close_fails:
                error = ConnectionError("the line does not let go")
                self._record.name(error, "the error of close")
                raise error

    def _span(self, call):
        return self._record.span(f"{self._name} {call}".strip())


async def reading(
    exercise,
    record,
    pages,
    stop_after=None,
    fails=False,
    gap=0.3,
    again=False,
    closing=CLOSING,
    close_fails=False,
    open_fails=False,
    cancel_at=(),
):
    """Reads the pages of a connection, to their end or until `stop_after` have come, and calls aclose().

    `again`: asks for another page after the end, after an error and after aclose(), which it calls once more then.
    """

    async def read(conn):
        generator = exercise.read_pages(conn)
        if not hasattr(generator, "__anext__") or not hasattr(generator, "aclose"):
            record.event("made", type=type(generator).__name__)
        count = 0
        while count != stop_after and count < len(pages) + 3:
            try:
                page = await anext(generator)
            except StopAsyncIteration:
                record.event("the end")
                if again:
                    record.event("after the end", page=await anext(generator, "the end"))
                break
            except ConnectionError:
                if again:
                    record.event("after the error", page=await another_page(generator))
                    await generator.aclose()
                raise
            record.event("page", page=page)
            count += 1
        await generator.aclose()
        if again:
            try:
                page = await anext(generator, "the end")
            except (
                RuntimeError
            ):  # "already running", says Python before 3.13 when its finally swallowed a cancellation
                page = "the end"
            record.event("after aclose", page=page)
            await generator.aclose()

    async def another_page(generator):
        try:
            return await anext(generator, "the end")
        except ConnectionError:
            return "an error"

    read.__qualname__ = "async for page in read_pages"
    conn = Connection(record, pages, fails, gap, closing, close_fails, open_fails)
    await record.call(read, conn, cancel_at=cancel_at)


async def matching(
    exercise,
    record,
    pages,
    match,
    source="generator",
    gap=0.5,
    wanted_fails=False,
    pages_fail=False,
    closing=CLOSING,
    close_fails=False,
):
    """Looks for the page `match`; each page comes after `gap` seconds. `source`: what kind of object the pages are."""
    await _match(
        exercise, record, pages, match, source, gap, wanted_fails, pages_fail, (), closing, close_fails
    )


async def interrupted(exercise, record, pages, source, cancel_at):
    """The same with no match in sight, and first_match is cancelled on the way."""
    await _match(exercise, record, pages, "no such page", source, 0.8, False, False, [cancel_at])


async def _match(
    exercise,
    record,
    pages,
    match,
    source,
    gap,
    wanted_fails,
    pages_fail,
    cancel_at,
    closing=CLOSING,
    close_fails=False,
):
    book = Book(record, pages, gap, pages_fail, closing, close_fails)
    reader = {
        "generator": book.generator,
        "closable iterator": lambda: ClosableIterator(book),
        "iterator": lambda: Iterator(book),
        "iterable": lambda: Iterable(book),
    }[source]()

    def wanted(page):
        record.event("wanted", "pages", page=page)
        if page == match and wanted_fails:
            error = LookupError("wanted does not want to say")
            record.name(error, "the error of wanted")
            raise error
        return page == match

    # `reader` lives on in this frame: nothing is closed because the last reference to it has gone.
    await record.call(exercise.first_match, reader, wanted, cancel_at=cancel_at)
    record.event("over", "pages", state=book.state)


async def both(exercise, record, pages, match, fails=False, connections=("",)):
    """Both functions of the answer together, for each of the connections at the same time."""
    await asyncio.gather(
        *(_both(exercise, record, pages, match, fails, connection) for connection in connections)
    )


async def _both(exercise, record, pages, match, fails, connection):
    left = len(pages) + 3

    def wanted(page):
        nonlocal left
        left -= 1
        if left < 0:
            raise RuntimeError("these pages have no end")
        return page == match

    conn = Connection(record, pages, fails, name=connection)
    await record.call(exercise.first_match, exercise.read_pages(conn), wanted)


class Book:
    """Pages that come with time, and the note whether it is open."""

    def __init__(self, record, pages, gap, fails, closing, close_fails):
        self.record = record
        self.state = "not open"
        self._pages = list(pages)
        self._gap = gap
        self._fails = fails
        self._closing = closing
        self._close_fails = close_fails

    async def next_page(self):
        self.record.event("asked", "pages")
        await asyncio.sleep(self._gap)
        if self._pages:
            return self._pages.pop(0)
        if self._fails:
            error = ConnectionError("the book is lost")
            self.record.name(error, "the error of the pages")
            raise error
        return None

    async def close(self):
        self.state = "closing"
        with self.record.span("closing"):
            await asyncio.sleep(self._closing)
            self.state = "closed"
            if self._close_fails:
                error = ConnectionError("the book cannot be closed")
                self.record.name(error, "the error of aclose")
                raise error

    async def generator(self):
        self.state = "open"
        try:
            while (page := await self.next_page()) is not None:
                yield page
        finally:
            await self.close()


class Iterator:
    """An asynchronous iterator that holds nothing open, and has no aclose()."""

    def __init__(self, book):
        self._book = book

    def __aiter__(self):
        return self

    async def __anext__(self):
        page = await self._book.next_page()
        if page is None:
            raise StopAsyncIteration
        return page


class ClosableIterator(Iterator):
    """One that is open from the beginning until its aclose() is over, even when there are no more pages."""

    def __init__(self, book):
        super().__init__(book)
        book.state = "open"

    async def aclose(self):
        if self._book.state != "closed":
            await self._book.close()


class Iterable:
    """Has `__aiter__` and is no iterator itself."""

    def __init__(self, book):
        self._book = book

    def __aiter__(self):
        return Iterator(self._book)
