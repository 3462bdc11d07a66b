"""Grading a class: all cores, results kept as they come, so that an interrupted batch goes on where it stopped.

An answer is judged again only when something that decides its verdict has changed. A failure of the machinery is
never a zero: the answers of a job that broke off are tried once more, each alone, and then reported as not graded.
"""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TypeVar

from kata.front.classroom import grading, version
from kata.front.classroom.assignment import Assigned, Assignment
from kata.front.classroom.cluster import Cluster
from kata.front.classroom.grading import Job, Line, OtherVersion, Work
from kata.front.classroom.roster import Student
from kata.front.classroom.store import Store
from kata.front.errors import MachineryFailure
from kata.front.judging import cores
from kata.layout import Layout

ANSWERS_A_JOB = 24  # at most; starting a judge costs about as much as judging three
ANSWERS_WORTH_A_JOB = 3
AHEAD = 3  # jobs for each worker that are handed out before one comes back

T = TypeVar("T")

Progress = Callable[[str, int, int], None]  # who, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer of one student, with the names of the answer, of its result and of its runs."""

    student: Student
    assigned: Assigned
    answer: str
    key: str
    runs_key: str
    seed: int


def entry(
    student: Student, assigned: Assigned, answer: str, assignment: Assignment, layout: Layout, sandboxed: bool
) -> Entry:
    """The answer of this name, with the names that it and everything else that decides give its result."""
    seed = assignment.seed_of(student.id)
    exercise = assigned.exercise
    runs = version.digest(
        answer.encode(), exercise.name.encode(), version.of_player(layout.root).encode(), _flag(sandboxed)
    )
    judged = version.digest(
        runs.encode(),
        version.of_judge(layout.root).encode(),
        version.of_tests(exercise, layout).encode(),
        b"%d" % seed,
    )
    return Entry(student, assigned, answer, judged, runs, seed)


def _flag(sandboxed: bool) -> bytes:
    return b"sandboxed" if sandboxed else b"unverified"


@dataclass(frozen=True, slots=True)
class Batch:
    """What has to be done: ``todo`` by the key of its result; what several students handed in is judged once."""

    entries: tuple[Entry, ...]
    todo: tuple[Entry, ...]


def plan(entries: Sequence[Entry], store: Store) -> Batch:
    """Which answers still have to be judged."""
    todo = {one.key: one for one in entries if one.key not in store}
    return Batch(tuple(entries), tuple(todo.values()))


def run(
    batch: Batch,
    store: Store,
    layout: Layout,
    *,
    sandboxed: bool,
    progress: Progress = lambda who, done, of: None,
    cluster: Cluster | None = None,
) -> dict[str, str]:
    """Judge what has to be judged and keep it. What could not be graded, by key, with the reason.

    ``cluster``: other machines; without them the jobs run here, on every core.
    """
    reasons: dict[str, str] = {}
    done = 0
    alone = threading.Lock()

    def keep(work: Work, line: Line) -> None:
        nonlocal done
        store.keep(work.key, work.runs_key, line)
        with alone:
            done += 1
            progress(work.owner, done, len(batch.todo))

    kata = version.of_everything(layout)
    width = max(1, cluster.width() if cluster else cores())
    jobs = _jobs(batch.todo, store, sandboxed, kata, width)
    runner = _Remote(cluster, keep) if cluster else _Here(layout, keep)
    with runner:
        broken = list(runner.run(jobs))
        again = [
            Job((work,), sandboxed, kata) for job, _ in broken for work in job.works if work.key not in store
        ]
        for job, why in runner.run(again):
            reasons[job.works[0].key] = why
    return reasons


def _jobs(todo: Sequence[Entry], store: Store, sandboxed: bool, kata: str, width: int) -> Iterator[Job]:
    """Jobs of a good size; what waits in real time goes first, in jobs of its own, so that the rest fills the time."""
    for clock in ("wall", "virtual"):
        of_clock = [one for one in todo if one.assigned.exercise.clock == clock]
        share = -(-len(of_clock) // width)  # so that a small class keeps everybody busy, too
        size = max(ANSWERS_WORTH_A_JOB, min(ANSWERS_A_JOB, share))
        for start in range(0, len(of_clock), size):
            works = tuple(_work(one, store) for one in of_clock[start : start + size])
            yield Job(works, sandboxed, kata)


def _work(one: Entry, store: Store) -> Work:
    kept = store.runs(one.runs_key)
    runs = kept.read_bytes() if kept else None
    content = store.answer(one.answer)
    return Work(one.key, one.runs_key, one.student.id, one.assigned.name, one.seed, content, runs)


class _Here:
    """Jobs in processes of this machine, a thread for each; lines are kept as they come."""

    def __init__(self, layout: Layout, keep: Callable[[Work, Line], None]) -> None:
        self._layout = layout
        self._keep = keep
        self._pool = ThreadPoolExecutor(cores())

    def __enter__(self) -> "_Here":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, str]]:
        """Do these jobs, and yield those that broke off, each with the reason."""
        yield from _collected(Cluster(self._pool, cores), jobs, self._grade)

    def _grade(self, job: Job) -> None:
        for work, line in grading.grade(job, self._layout):
            self._keep(work, line)


class _Remote:
    """Jobs on other machines; lines are kept when their job has come back."""

    def __init__(self, cluster: Cluster, keep: Callable[[Work, Line], None]) -> None:
        self._cluster = cluster
        self._keep = keep

    def __enter__(self) -> "_Remote":
        return self

    def __exit__(self, *exc_info: object) -> None:
        pass

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, str]]:
        """Do these jobs, and yield those that broke off, each with the reason."""

        def keep(job: Job, lines: list[tuple[str, Line]]) -> None:
            works = {work.key: work for work in job.works}
            for key, line in lines:
                self._keep(works[key], line)

        yield from _collected(self._cluster, jobs, grading.graded, keep)


def _collected(
    cluster: Cluster,
    jobs: Iterable[Job],
    do: Callable[[Job], T],
    keep: Callable[[Job, T], None] = lambda job, result: None,
) -> Iterator[tuple[Job, str]]:
    waiting = iter(jobs)
    running: dict[Future[T], Job] = {}
    while True:
        for job in _some(waiting, max(1, cluster.width()) * AHEAD - len(running)):
            running[cluster.executor.submit(do, job)] = job
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            job = running.pop(future)
            try:
                keep(job, future.result())
            except OtherVersion:
                raise
            except MachineryFailure as failure:
                yield (
                    job,
                    f"{failure} {failure.details.strip().splitlines()[-1] if failure.details.strip() else ''}".strip(),
                )
            except Exception as error:  # a worker was lost, or could not be reached
                yield job, f"{type(error).__name__}: {error}"


def _some(jobs: Iterator[Job], number: int) -> Iterator[Job]:
    with contextlib.suppress(StopIteration):
        for _ in range(number):
            yield next(jobs)
