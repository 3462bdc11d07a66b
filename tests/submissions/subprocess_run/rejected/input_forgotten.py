"""Closes the pipe without having written anything.

verdict: failed
diagnosis: the program said nothing, because its input did not reach it
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, err = await process.communicate(b"")
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    return process.returncode, out, err
