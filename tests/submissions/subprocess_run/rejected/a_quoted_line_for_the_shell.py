"""Quotes the arguments well, but a shell it is.

verdict: failed
diagnosis: a shell was asked, and the shell is a program that is always there
"""

import asyncio
import shlex
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    line = "exec " + shlex.join(argv)
    process = await asyncio.create_subprocess_shell(line, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, err = await process.communicate(stdin)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    return process.returncode, out, err
