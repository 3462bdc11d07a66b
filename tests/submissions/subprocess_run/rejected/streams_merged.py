"""One pipe for both outputs.

verdict: failed
diagnosis: stdout and stderr came back in one
"""

import asyncio
from asyncio.subprocess import PIPE, STDOUT


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=STDOUT)
    try:
        async with asyncio.timeout(seconds):
            out, _ = await process.communicate(stdin)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    return process.returncode, out, b""
