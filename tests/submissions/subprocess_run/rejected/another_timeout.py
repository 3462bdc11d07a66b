"""The subprocess module has an exception of its own for that.

verdict: failed
diagnosis: is TimeoutExpired, and that is no TimeoutError
"""

import asyncio
import subprocess


async def run(argv, *, stdin=b"", seconds):
    pipe = subprocess.PIPE
    process = subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe)
    talking = asyncio.create_task(asyncio.to_thread(process.communicate, stdin, seconds))
    try:
        out, err = await asyncio.shield(talking)
    finally:
        process.kill()
        await asyncio.wait({talking})
        process.communicate()
    return process.returncode, out, err
