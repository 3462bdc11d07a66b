"""Believes that one read gives everything.

verdict: failed
diagnosis: one read gives what is there, not what is still to come
"""

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
        process.stdin.close()

    try:
        async with asyncio.timeout(seconds):
            out, err, _ = await asyncio.gather(process.stdout.read(1 << 20), process.stderr.read(1 << 20), feed())
            rest = await asyncio.gather(process.stdout.read(), process.stderr.read())
            del rest
            code = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    return code, out, err
