"""Asks politely.

verdict: failed
diagnosis: the program ignored SIGTERM, as a program may, and run waited for it until it ended by itself
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, err = await process.communicate(stdin)
    finally:
        if process.returncode is None:
            process.terminate()
            await process.communicate()
    return process.returncode, out, err
