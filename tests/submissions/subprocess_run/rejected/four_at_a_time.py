"""Lets no more than four programs run at the same time.

verdict: failed
diagnosis: 6 programs were to run at the same time, and did not
"""

import asyncio
from asyncio.subprocess import PIPE

places = asyncio.Semaphore(4)


async def run(argv, *, stdin=b"", seconds):
    async with places:
        process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
        try:
            out, err = await asyncio.wait_for(process.communicate(input=stdin), timeout=seconds)
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
    return process.returncode, out, err
