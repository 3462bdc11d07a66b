"""The sink is a task, whose callback begins the next one; the reader waits for an event when there is no room."""

import asyncio
from collections import deque


async def pipeline(source, sink, limit):
    loop = asyncio.get_running_loop()
    buf = deque()
    count = 0
    ended = False
    error = None
    fin = loop.create_future()
    room = asyncio.Event()
    room.set()
    work = None

    def kick():
        nonlocal work
        if work is not None or fin.done():
            return
        if buf:
            item = buf.popleft()
            if len(buf) < limit:
                room.set()
            work = asyncio.ensure_future(sink(item))
            work.add_done_callback(done)
        elif ended:
            fin.set_exception(error) if error else fin.set_result(count)

    def done(f):
        nonlocal work, count
        work = None
        if f.cancelled():
            return
        if f.exception():
            if not fin.done():
                fin.set_exception(f.exception())
            return
        count += 1
        kick()

    async def read():
        nonlocal ended, error
        try:
            async for item in source:
                while len(buf) >= limit:
                    room.clear()
                    await room.wait()
                buf.append(item)
                kick()
        except Exception as e:
            error = e
        ended = True
        kick()

    r = asyncio.ensure_future(read())
    try:
        return await fin
    finally:
        left = [t for t in (r, work) if t]
        for t in left:
            t.cancel()
        await asyncio.wait(left)
        if close := getattr(source, "aclose", None):
            await close()
