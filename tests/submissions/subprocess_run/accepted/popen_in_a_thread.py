"""A blocking Popen in a thread, which ends because its program is killed."""

import asyncio
import subprocess


async def run(argv, *, stdin=b"", seconds):
    pipe = subprocess.PIPE
    process = subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe)
    talking = asyncio.create_task(asyncio.to_thread(process.communicate, stdin))
    try:
        async with asyncio.timeout(seconds):
            out, err = await asyncio.shield(talking)
    finally:
        if process.returncode is None:
            process.kill()
        await asyncio.wait({talking})
    return process.returncode, out, err
