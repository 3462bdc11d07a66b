"""Leaves a program behind that has nothing of Python's any more.

exercise: two_workers
verdict: leaked
"""

import subprocess

subprocess.Popen(["/bin/sh", "-c", "trap '' TERM HUP; while :; do sleep 1; done"], start_new_session=True)


async def main(worker): ...
