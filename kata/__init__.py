"""A self-grading asyncio kata: the grader."""

__version__ = "0.1.0"
