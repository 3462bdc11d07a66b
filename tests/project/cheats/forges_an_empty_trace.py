"""Writes a well-formed trace in which nothing happened to every descriptor, and leaves.

exercise: two_workers
verdict: failed
"""

import json
import os

NOTHING = ["calls", "spans", "events", "steps", "blocked", "warnings", "stuck"]
TRACE = {
    "schema": "asyncio-kata/trace/1", "clock": "virtual", "python": "3.11.0", "ending": "returned", "phase": "closing",
    "elapsed": 0.0, "cut": False, "turns": 1, "loops": {"created": 0, "left_open": 0},
    "stage": None, "error": None, "reason": None, "where": None, **{name: [] for name in NOTHING},
}
text = json.dumps(TRACE).encode()
for descriptor in range(3, 256):
    try:
        os.write(descriptor, b"%d\n" % len(text) + text)
    except OSError:
        pass
os._exit(0)
