"""A timer kills the program, and then everything ends by itself."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE


async def run(argv, *, stdin=b"", seconds):
    process = await asyncio.create_subprocess_exec(
        *argv, stdin=PIPE if stdin else DEVNULL, stdout=PIPE, stderr=PIPE
    )
    late = []

    def too_late():
        if process.returncode is None:
            late.append(True)
            process.kill()

    timer = asyncio.get_running_loop().call_later(seconds, too_late)
    try:
        out, err = await process.communicate(stdin if stdin else None)
    except asyncio.CancelledError:
        if process.returncode is None:
            process.kill()
            await process.wait()
        raise
    finally:
        timer.cancel()
    if late:
        raise TimeoutError
    return process.returncode, out, err
