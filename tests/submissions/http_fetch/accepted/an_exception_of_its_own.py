"""An exception class of its own, a timer for each path, and closing without waiting."""

import asyncio


class BadAnswer(Exception):
    pass


async def fetch_all(host, port, paths, *, limit, seconds):
    gate = asyncio.Condition()
    free = limit
    results = {}

    async def fetch(number, path):
        nonlocal free
        async with gate:
            await gate.wait_for(lambda: free > 0)
            free -= 1
        try:
            results[number] = await get(host, port, path, seconds)
        except Exception as error:
            results[number] = error
        finally:
            async with gate:
                free += 1
                gate.notify()

    async with asyncio.TaskGroup() as group:
        for number, path in enumerate(paths):
            group.create_task(fetch(number, path))
    return [results[number] for number in range(len(paths))]


async def get(host, port, path, seconds):
    task = asyncio.create_task(talk(host, port, path))
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
        if not done:
            raise TimeoutError(f"{path}: nothing within {seconds} s")
        return task.result()
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})


async def talk(host, port, path):
    reader, writer = await asyncio.open_connection(host, port)
    try:
        for line in (f"GET {path} HTTP/1.1", f"Host: {host}:{port}", "User-Agent: kata", "Connection: close", ""):
            writer.write(line.encode() + b"\r\n")
        return await read_page(reader)
    finally:
        writer.close()


async def read_page(reader):
    status = (await reader.readline()).decode().split(" ")
    if not status[0].startswith("HTTP/") or status[1] != "200":
        raise BadAnswer(*status)
    length = None
    while (line := await reader.readline()) != b"\r\n":
        if not line.endswith(b"\r\n"):
            raise EOFError("the headers end too early")
        name, _, value = line.decode("latin-1").partition(":")
        if name.lower() == "content-length":
            length = int(value)
    body = await reader.read() if length is None else await reader.readexactly(length)
    return body.decode()
