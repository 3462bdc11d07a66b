"""Results as Gradescope reads them (`results.json`), made from results as the student may see them.

There is one test for each exercise: if one were hidden, students would not see their total either.
"""

import json
from collections.abc import Sequence
from typing import Any

from kata.front import safe_text
from kata.front.classroom.feedback import Part, summary
from kata.front.results import Results

_MOST_LINES = 60


def document(told: Results, parts: Sequence[Part], notes: Sequence[str]) -> bytes:
    """The file for one student."""
    data = {
        "score": told["earned"],
        "execution_time": round(told["seconds"]),
        "output": "\n".join(notes),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_test(part, number) for number, part in enumerate(parts, 1)],
    }
    return json.dumps(data, indent=1).encode()


def _test(part: Part, number: int) -> dict[str, Any]:
    result = part.result
    return {
        "number": str(number),
        "name": f"{result['name']}: {result['title']}",
        "name_format": "text",
        "score": result["earned"],
        "max_score": result["points"],
        "status": "passed" if result["verdict"] == "passed" else "failed",
        "output": safe_text.block("\n".join([result["verdict"], *summary(part)]), _MOST_LINES),
        "output_format": "text",
        "visibility": "visible",
        "tags": [result["chapter"], result["verdict"]],
    }
