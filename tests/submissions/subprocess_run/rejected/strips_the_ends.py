"""Strips both outputs.

verdict: failed
diagnosis: spaces are bytes, too
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    p = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, err = await p.communicate(stdin)
    finally:
        if p.returncode is None:
            p.kill()
            await p.communicate()
    return p.returncode, out.strip(), err.strip()
