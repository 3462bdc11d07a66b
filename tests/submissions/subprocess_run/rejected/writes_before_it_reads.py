"""Gives the whole input first, and reads then.

verdict: failed
diagnosis: whoever writes all of the input before the first byte is read will never be done with it
"""

import asyncio
from asyncio.subprocess import PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(seconds):
            try:
                process.stdin.write(stdin)
                await process.stdin.drain()
            except (BrokenPipeError, ConnectionResetError):
                pass
            process.stdin.close()
            out, err = await asyncio.gather(process.stdout.read(), process.stderr.read())
            code = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return code, out, err
