"""Takes a program that does not read for a failure.

verdict: failed
diagnosis: the program ended without reading its input, and run raised
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    async def feed():
        process.stdin.write(stdin)
        await process.stdin.drain()
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
            await process.communicate()
    return code, out.result(), err.result()
