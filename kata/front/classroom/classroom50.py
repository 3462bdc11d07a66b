"""Results as Classroom 50 reads them (`classroom50/result/v1`), made from results as the student may see them."""

import json
from typing import Any

from kata.front.classroom.gradebook import Book, Page
from kata.front.results import Results

SCHEMA = "classroom50/result/v1"


def document(book: Book, page: Page, told: Results) -> bytes:
    """The file for one student. What only the place of the submission knows (commit, release, time) is null."""
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "classroom": None,
        "assignment": book.assignment.title,
        "assignment_type": "individual",
        "owner": page.student.id,
        "submission": None,
        "commit": None,
        "release": None,
        "review": None,
        "datetime": None,
        "score": told["earned"],
        "max-score": told["points"],
        "tests": [
            {
                "test-name": exercise["name"],
                "passed": exercise["verdict"] == "passed",
                "score": exercise["earned"],
                "max-score": exercise["points"],
            }
            for exercise in told["exercises"]
        ],
    }
    return json.dumps(data, indent=1).encode()
