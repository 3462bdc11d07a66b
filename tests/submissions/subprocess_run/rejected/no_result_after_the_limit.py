"""Returns what there is when the limit has passed.

verdict: failed
diagnosis: the program had not ended after 1 s, but run returned instead of raising TimeoutError
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    out = err = b""
    try:
        out, err = await asyncio.wait_for(process.communicate(stdin), seconds)
    except TimeoutError:
        pass
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    return process.returncode, out, err
