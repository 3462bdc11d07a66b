"""Stops waiting and lets the program go on.

verdict: failed
diagnosis: TimeoutError came out, but the program was still at work: whoever stops waiting for a program has not ended it
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    out, err = await asyncio.wait_for(process.communicate(stdin), seconds)
    return process.returncode, out, err
