"""Takes SystemExit(0) for a way to pass.

exercise: two_workers
verdict: error
"""

import sys

sys.exit(0)
