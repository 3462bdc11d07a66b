"""Leaves with exit code 0 while it is imported.

exercise: two_workers
verdict: error
"""

import os

os._exit(0)
