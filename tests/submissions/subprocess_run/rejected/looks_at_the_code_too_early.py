"""Reads both outputs and does not wait for the end: there is no exit code yet.

verdict: failed
diagnosis: the program's exit code is
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
            out, err, _ = await asyncio.gather(process.stdout.read(), process.stderr.read(), feed())
            return process.returncode or 0, out, err
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
