"""Whether answers can be graded in a sandbox here, which the judge knows."""

import os
import subprocess
import sys

from kata.front.errors import MachineryFailure
from kata.layout import Layout


def obstacle(layout: Layout) -> str | None:
    """Why there is no sandbox, in a sentence that says what to do; None when one was just tried out."""
    asked = subprocess.run(
        [sys.executable, "-P", "-m", "kata.judge.sandbox"],
        cwd=layout.root,
        env={**os.environ, "PYTHONPATH": str(layout.root)},
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode != 0:
        raise MachineryFailure("The sandbox could not be tried out.", asked.stderr)
    return asked.stdout.strip() or None
