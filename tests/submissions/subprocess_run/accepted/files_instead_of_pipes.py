"""No pipes: files never run full, so waiting for the end is enough. Looks now and then whether the end has come."""

import asyncio
import subprocess
import tempfile


async def run(argv, *, stdin=b"", seconds):
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        process = subprocess.Popen(list(argv), stdin=given, stdout=out, stderr=err)
        try:
            async with asyncio.timeout(seconds):
                while process.poll() is None:
                    await asyncio.sleep(0.02)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        out.seek(0)
        err.seek(0)
        return process.returncode, out.read(), err.read()
