"""Whatever goes wrong is a TimeoutError.

verdict: failed
diagnosis: the caller was cancelled, but TimeoutError came out: the CancelledError was lost on the way
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        out, err = await asyncio.wait_for(process.communicate(stdin), seconds)
    except (TimeoutError, asyncio.CancelledError):
        process.kill()
        await process.communicate()
        raise TimeoutError from None
    return process.returncode, out, err
