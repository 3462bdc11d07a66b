"""A lock around everything.

verdict: failed
diagnosis: 2 programs were to run at the same time, and did not
"""

import asyncio
from asyncio.subprocess import PIPE

LOCK = asyncio.Lock()


async def run(argv, *, stdin=b"", seconds):
    async with LOCK:
        process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
        try:
            async with asyncio.timeout(seconds):
                out, err = await process.communicate(stdin)
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()
    return process.returncode, out, err
