"""Grading some answers: the one function that a batch calls, on this machine or on another.

    for line in grade(job): ...       # here, as the lines come
    graded(job)                       # all of them, on a worker of a cluster

A job is plain data: it may travel. Whoever grades it must have the same kata.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kata.front.classroom import version
from kata.front.errors import MachineryFailure
from kata.front.judging import Answer, Bench
from kata.layout import Layout

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Work:
    """One answer to be judged. ``key`` names its result, ``runs_key`` its runs; ``runs`` are those kept from before."""

    key: str
    runs_key: str
    owner: str
    exercise: str
    seed: int
    content: bytes = field(repr=False)
    runs: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Job:
    """Answers that are judged by one process, one after the other. ``kata`` is the version that must judge them."""

    works: tuple[Work, ...]
    sandboxed: bool
    kata: str


class OtherVersion(MachineryFailure):
    """The kata here is not the one that the job is for."""


def grade(job: Job, layout: Layout | None = None) -> Iterator[tuple[Work, Line]]:
    """Judge the answers of a job, and yield each with its line as it comes.

    MachineryFailure when the judge breaks off; OtherVersion when the kata here is another one.
    """
    layout = layout or Layout()
    here = version.of_everything(layout)
    if here != job.kata:
        raise OtherVersion(
            f"The kata on this machine ({here}) is not the one that grades this class ({job.kata})."
        )
    with tempfile.TemporaryDirectory(prefix="kata-") as folder, Bench(layout) as bench:
        staged = {_staged(work, Path(folder) / str(number)): work for number, work in enumerate(job.works)}
        # one processor: the others have a judge each, too
        lines = bench.judge_in_one(list(staged), seed=1, sandboxed=job.sandboxed, keep=True, processors=1)
        for answer, line in lines:
            yield staged[answer], line


def graded(job: Job) -> list[tuple[str, Line]]:
    """The same, all at once, by the works' keys: what a worker of a cluster gives back."""
    return [(work.key, line) for work, line in grade(job)]


def _staged(work: Work, folder: Path) -> Answer:
    folder.mkdir()
    path = folder / f"{work.exercise}.py"
    path.write_bytes(work.content)
    kept = None
    if work.runs is not None:
        kept = folder / "runs"
        kept.write_bytes(work.runs)
    return Answer(work.exercise, path, owner=work.owner, seed=work.seed, kept=kept)
