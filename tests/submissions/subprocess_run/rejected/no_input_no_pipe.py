"""Without input there is no pipe, so the program reads what is meant for this one.

verdict: failed
diagnosis: the program read other bytes than `stdin` has
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    p = await asyncio.create_subprocess_exec(*argv, stdin=PIPE if stdin else None, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, err = await p.communicate(stdin or None)
    finally:
        if p.returncode is None:
            p.kill()
            await p.communicate()
    return p.returncode, out, err
