"""Writes into the recorder, the standard library and the interpreter themselves.

exercise: two_workers
verdict: failed
"""

import os
import sys

for path in ["/kata/player/play.py", os.__file__, os.path.realpath(sys.executable), "/etc/passwd", "/usr/bin/env"]:
    for mode in ("ab", "wb"):
        try:
            with open(path, mode) as file:
                file.write(b"raise SystemExit(0)\n")
        except OSError:
            pass
    try:
        os.remove(path)
    except OSError:
        pass


async def main(worker): ...
