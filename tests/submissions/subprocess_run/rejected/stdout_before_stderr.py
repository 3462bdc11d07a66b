"""Reads one pipe to its end, then the other.

verdict: failed
diagnosis: it was stopped because a pipe was full, and run did not read that one
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            process.stdin.write(stdin)
            process.stdin.close()
            out = await process.stdout.read()
            err = await process.stderr.read()
            return await process.wait(), out, err
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
