"""Waits for the end of the program, and reads then.

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
            code = await process.wait()
            return code, await process.stdout.read(), await process.stderr.read()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
