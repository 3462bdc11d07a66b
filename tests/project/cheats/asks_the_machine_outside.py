"""Looks for sockets of the machine's services, which would run a program for it.

exercise: two_workers
verdict: error
"""

import glob
import socket

for path in glob.glob("/run/**/*.sock*", recursive=True) + glob.glob("/var/run/**/*.sock*", recursive=True):
    with socket.socket(socket.AF_UNIX) as service:
        service.connect(path)
        break
else:
    for port in (22, 80, 443, 5432, 8786, 8787):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            pass
    else:
        raise LookupError("nobody is there")


async def main(worker): ...
