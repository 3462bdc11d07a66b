"""Writes the input first, and then the clock starts.

verdict: failed
diagnosis: was to be ended after 1 s, but run waited until it ended by itself
"""

import asyncio
import contextlib
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    p = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        rd = asyncio.gather(p.stdout.read(), p.stderr.read())
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            p.stdin.write(stdin)
            await p.stdin.drain()
        p.stdin.close()
        async with asyncio.timeout(seconds):
            out, err = await rd
            await p.wait()
    finally:
        if p.returncode is None:
            p.kill()
            await p.communicate()
    return p.returncode, out, err
