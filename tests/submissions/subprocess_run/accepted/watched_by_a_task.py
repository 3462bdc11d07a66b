"""A task runs the program; whoever waits for it kills the program when he has to go."""

import asyncio
import contextlib
from asyncio.subprocess import PIPE


@contextlib.asynccontextmanager
async def running(argv):
    process = await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def run(argv, *, stdin=b"", seconds):
    async with running(argv) as process:
        task = asyncio.create_task(process.communicate(stdin))
        try:
            async with asyncio.timeout(seconds):
                out, err = await task
        except TimeoutError as error:
            raise TimeoutError("too late") from error
        code = process.returncode
    return code, out, err
