"""Joins the arguments to a line for a shell.

verdict: failed
diagnosis: a shell has read them first
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    line = " ".join(argv[:4]) + " " if len(argv) < 5 else ""
    line = argv[0] + " -I -S -c '" + argv[4].replace("'", '"') + "' " + " ".join(argv[5:])
    process = await asyncio.create_subprocess_shell(line, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            out, err = await process.communicate(stdin)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    return process.returncode, out, err
