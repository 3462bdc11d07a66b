"""Raises when the program was not successful.

verdict: failed
diagnosis: CalledProcessError: it is a result
"""

import asyncio
import subprocess
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, err = await process.communicate(stdin)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, argv, out, err)
    return process.returncode, out, err
