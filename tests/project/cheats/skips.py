"""Asks pytest to skip the test.

exercise: two_workers
verdict: error
"""

import pytest

pytest.skip("not today", allow_module_level=True)
