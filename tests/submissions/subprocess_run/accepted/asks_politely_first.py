"""SIGTERM first, and half a second later SIGKILL."""

import asyncio
from asyncio.subprocess import PIPE


async def end(process, talking):
    if process.returncode is None:
        process.terminate()
        done, _ = await asyncio.wait({talking}, timeout=0.5)
        if not done:
            process.kill()
    await asyncio.wait({talking})
    talking.exception()


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    talking = asyncio.create_task(process.communicate(stdin))
    try:
        done, _ = await asyncio.wait({talking}, timeout=seconds)
        if not done:
            raise TimeoutError(f"{argv[0]} did not end within {seconds} s")
    finally:
        await end(process, talking)
    return process.returncode, *talking.result()
