"""One task writes, two read, and killing comes last on every way out."""

import asyncio
import contextlib
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    p = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)

    async def feed():
        try:
            for at in range(0, len(stdin), 4096):
                p.stdin.write(stdin[at : at + 4096])
                await p.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            p.stdin.close()

    try:
        async with asyncio.timeout(seconds), asyncio.TaskGroup() as g:
            g.create_task(feed())
            out, err = g.create_task(p.stdout.read()), g.create_task(p.stderr.read())
            code = await p.wait()
        return code, out.result(), err.result()
    finally:
        with contextlib.suppress(ProcessLookupError):
            p.kill()
        await p.wait()
        p._transport.close()
