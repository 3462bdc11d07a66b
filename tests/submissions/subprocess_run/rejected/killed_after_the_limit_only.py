"""Forgets that a caller can be cancelled.

verdict: failed
diagnosis: the caller was cancelled, but the program was still at work
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, err = await process.communicate(stdin)
    except TimeoutError:
        process.kill()
        await process.communicate()
        raise
    return process.returncode, out, err
