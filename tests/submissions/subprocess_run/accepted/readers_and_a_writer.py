"""A task for each of the three pipes, in a task group."""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)

    async def feed():
        try:
            process.stdin.write(stdin)
            await process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            process.stdin.close()

    try:
        async with asyncio.timeout(seconds):
            async with asyncio.TaskGroup() as group:
                out = group.create_task(process.stdout.read())
                err = group.create_task(process.stderr.read())
                group.create_task(feed())
            code = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return code, out.result(), err.result()
