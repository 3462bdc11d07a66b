"""Hands over the list as it is.

verdict: failed
diagnosis: the whole list was handed over as if it were the program
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    out, err = await asyncio.wait_for(process.communicate(stdin), seconds)
    return process.returncode, out, err
