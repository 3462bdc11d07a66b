"""Has a shell become the program, and takes its exit code 127 for the shell's own.

verdict: failed
diagnosis: the program ended with exit code 127, and run raised FileNotFoundError
"""

import asyncio
import shlex
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    p = await asyncio.create_subprocess_shell(
        "exec " + shlex.join(argv), stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    try:
        async with asyncio.timeout(seconds):
            out, err = await p.communicate(stdin)
    finally:
        if p.returncode is None:
            p.kill()
            await p.communicate()
    if p.returncode == 127:
        raise FileNotFoundError(argv[0])
    return p.returncode, out, err
