"""What grading costs beside a cold `python -m pytest` on one trivial test."""

import sys
import tempfile
from pathlib import Path

from kata.layout import Layout

from .side_by_side import compare


def main() -> None:
    """Prints the time of grading every reference, and of one exercise, as multiples of pytest's."""
    root = Layout().root
    with tempfile.TemporaryDirectory() as folder:
        trivial = Path(folder) / "test_trivial.py"
        trivial.write_text("def test_trivial():\n    assert 1 + 1 == 2\n")
        grade = [sys.executable, str(root / "grade.py")]
        print("Grading beside a cold pytest")
        compare(
            {
                "python -m pytest, one trivial test": (
                    [sys.executable, "-m", "pytest", "-q", "test_trivial.py"],
                    Path(folder),
                ),
                "grade.py --solutions two_workers": ([*grade, "--solutions", "two_workers"], root),
                "grade.py --solutions": ([*grade, "--solutions"], root),
            }
        )
