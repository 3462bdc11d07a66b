"""Goes to the file systems of other processes through /proc.

exercise: two_workers
verdict: error
"""

import glob
import os

for root in glob.glob("/proc/[0-9]*/root") + glob.glob("/proc/[0-9]*/cwd"):
    if os.path.exists(os.path.join(root, "home")) and os.listdir(os.path.join(root, "home")):
        break
    if os.path.exists(os.path.join(root, "etc", "passwd")):
        break
else:
    raise LookupError("there is nothing but this sandbox")


async def main(worker): ...
