"""Writes the input, and leaves the pipe open.

verdict: failed
diagnosis: it reads its input to the end, and nobody had closed its stdin
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    process.stdin.write(stdin)
    try:
        async with asyncio.timeout(seconds):
            out, err = await asyncio.gather(process.stdout.read(), process.stderr.read())
            code = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return code, out, err
