"""Files for what is written, asyncio's own process, and wait()."""

import asyncio
import tempfile


async def run(argv, *, stdin=b"", seconds):
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        process = await asyncio.create_subprocess_exec(*argv, stdin=given, stdout=out, stderr=err)
        try:
            await asyncio.wait_for(process.wait(), seconds)
        except BaseException:
            if process.returncode is None:
                process.kill()
                await process.wait()
            raise
        out.seek(0)
        err.seek(0)
        return process.returncode, out.read(), err.read()
